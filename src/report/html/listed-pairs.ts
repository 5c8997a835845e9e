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
  const listed = new Set<ReportedPair>();
  for (const pair of byWorth(report)) {
    listed.add(pair);
    // What comes after has no place, and it may be a hundred thousand.
    if (listed.size === LISTED_PAIRS) break;
  }
  return {
    pairs: report.pairs.filter((pair) => listed.has(pair)),
    pictured: [...listed].slice(0, PICTURED_PAIRS),
  };
}

/** All pairs, some of them twice. */
function* byWorth(report: ScanReport): Generator<ReportedPair> {
  const telling = new TellingPairs(report);
  for (const group of report.groups) {
    for (const id of group.members) {
      const pair = id === group.first ? undefined : telling.of(id, group);
      if (pair !== undefined) yield pair;
    }
  }
  yield* telling.possible();
  yield* report.pairs;
}
