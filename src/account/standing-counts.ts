import type { Standing } from "./standing.js";

/** How many creatives there are, by standing. */
export interface StandingCounts {
  readonly creatives: number;
  readonly original: number;
  readonly ownDuplicates: number;
  readonly carriedOver: number;
  /** Repeats of creatives whose account is not known. */
  readonly repeats: number;
}

/** Counts standings by kind. */
export function countStandings(standings: readonly Standing[]): StandingCounts {
  const count = (kind: Standing["kind"]) => standings.filter((each) => each.kind === kind).length;
  return {
    creatives: standings.length,
    original: count("original"),
    ownDuplicates: count("own-duplicate"),
    carriedOver: count("carried-over"),
    repeats: count("repeat"),
  };
}
