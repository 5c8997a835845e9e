import { similarityGroups } from "../library/groups.js";
import type { ReportedGroup, ReportedPair } from "../report/scan-report.js";
import type { Steps } from "../steps/steps.js";

/**
 * The groups of similar creatives: connected by pairs of any grade but `possible`, which says too little to pull two
 * groups together.
 *
 * @param creatives by id, earliest first; the first member of a group in this order is its original
 */
export function* groupPairs(
  creatives: ReadonlyMap<string, { readonly id: string }>,
  pairs: readonly ReportedPair[],
): Steps<ReportedGroup[]> {
  const groups: ReportedGroup[] = [];
  for (const { first, members } of yield* similarityGroups(creatives, pairs)) {
    groups.push({ id: `group-${groups.length + 1}`, first: first.id, members: members.map(({ id }) => id) });
    yield;
  }
  return groups;
}
