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

/** Counts standings by kind, and what they weigh. */
export class StandingTally {
  readonly #counts = { original: 0, "own-duplicate": 0, "carried-over": 0, repeat: 0 };
  #creatives = 0;
  #weight = 0;

  /** Counts one more. */
  add({ kind, weight }: Standing): void {
    this.#creatives++;
    this.#counts[kind]++;
    this.#weight += weight;
  }

  /** What was counted so far. */
  get counts(): StandingCounts {
    const { original, repeat } = this.#counts;
    return {
      creatives: this.#creatives,
      original,
      ownDuplicates: this.#counts["own-duplicate"],
      carriedOver: this.#counts["carried-over"],
      repeats: repeat,
    };
  }

  /** (1 − N/M) with M creatives and N of them original, a similar one taking its weight from N; undefined for none. */
  get similarShare(): number | undefined {
    return this.#creatives === 0 ? undefined : this.#weight / this.#creatives;
  }
}
