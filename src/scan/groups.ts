import type { ReportedGroup, ReportedPair } from "../report/scan-report.js";

/**
 * The groups of similar creatives: connected by pairs of any grade but `possible`, which says too little to pull two
 * groups together.
 *
 * @param order ids of all creatives, earliest first; the first member of a group in this order is its original
 */
export function groupPairs(order: readonly string[], pairs: readonly ReportedPair[]): ReportedGroup[] {
  const parents = new Map(order.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(id, root);
    return root;
  };
  for (const pair of pairs) {
    if (pair.grade !== "possible") parents.set(rootOf(pair.b), rootOf(pair.a));
  }

  const members = new Map<string, string[]>();
  for (const id of order) {
    const root = rootOf(id);
    members.set(root, [...(members.get(root) ?? []), id]);
  }
  return [...members.values()]
    .filter((group) => group.length > 1)
    .map((group, index) => ({ id: `group-${index + 1}`, first: group[0], members: group }));
}
