import type { ReportedPair, ScanReport } from "../scan-report.js";
import { TellingPairs } from "../telling-pairs.js";

/** Pairs that are shown with pictures: the most telling ones. */
const PICTURED_PAIRS = 500;

/** Pairs that are listed at all; each takes about a kilobyte. The JSON and CSV reports have the rest. */
const LISTED_PAIRS = 2500;

/** The pairs an HTML report shows. */
export interface ListedPairs {
  /** In the report's order. */
  readonly pairs: readonly ReportedPair[];
  /** Those of them whose creatives are pictured. */
  readonly pictured: readonly ReportedPair[];
}

/** Chooses the pairs that a page can carry: those that explain each repeat first, then the possible, then the most similar. */
export function listPairs(report: ScanReport): ListedPairs {
  const telling = new TellingPairs(report);
  const chosen = new Set<ReportedPair>();
  for (const group of report.groups) {
    for (const id of group.members) {
      const pair = id === group.first ? undefined : telling.of(id, group);
      if (pair !== undefined) chosen.add(pair);
    }
  }
  for (const pair of telling.possible()) chosen.add(pair);
  for (const pair of report.pairs) chosen.add(pair);
  const byWorth = [...chosen];
  const listed = new Set(byWorth.slice(0, LISTED_PAIRS));
  return {
    pairs: report.pairs.filter((pair) => listed.has(pair)),
    pictured: byWorth.slice(0, PICTURED_PAIRS),
  };
}
