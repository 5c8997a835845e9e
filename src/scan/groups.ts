import { connectedComponents } from "../library/connected-components.js";
import type { ReportedGroup, ReportedPair } from "../report/scan-report.js";

/**
 * The groups of similar creatives: connected by pairs of any grade but `possible`, which says too little to pull two
 * groups together.
 *
 * @param order ids of all creatives, earliest first; the first member of a group in this order is its original
 */
export async function groupPairs(
  order: readonly string[],
  pairs: readonly ReportedPair[],
): Promise<ReportedGroup[]> {
  const links = pairs.filter(({ grade }) => grade !== "possible").map(({ a, b }) => [a, b] as const);
  const components = await connectedComponents(new Map(order.map((id) => [id, id])), links);
  return components.map((members, index) => ({
    id: `group-${index + 1}`,
    first: members[0],
    members,
  }));
}
