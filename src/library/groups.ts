import { type Creative, publishedAt, type StoredPair } from "./creative.js";

/** Creatives that are, step by step, similar to each other. */
export interface SimilarityGroup {
  /** The id of its first creative, after `group:`. */
  readonly id: string;
  /** The earliest, which counts as the original; ties by id. */
  readonly first: Creative;
  /** All of them, earliest first. */
  readonly members: readonly Creative[];
}

/**
 * The connected components over pairs of every grade but `possible` and `distinct`: too little to pull two groups
 * together. Groups in the order of their first creatives; creatives without a pair are in none.
 */
export function similarityGroups(
  creatives: readonly Creative[],
  pairs: readonly StoredPair[],
): SimilarityGroup[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    // Halves the way for the next time.
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const { a, b, verdict } of pairs) {
    if (verdict.grade === "possible" || verdict.grade === "distinct") continue;
    const [rootOfA, rootOfB] = [rootOf(a), rootOf(b)];
    if (rootOfA !== rootOfB) parents.set(rootOfB, rootOfA);
  }
  const membersByRoot = new Map<string, Creative[]>();
  for (const creative of [...creatives].sort(byPublication)) {
    const root = rootOf(creative.id);
    const members = membersByRoot.get(root);
    if (members === undefined) membersByRoot.set(root, [creative]);
    else members.push(creative);
  }
  return [...membersByRoot.values()]
    .filter((members) => members.length > 1)
    .map((members) => {
      const first = members[0] as Creative;
      return { id: `group:${first.id}`, first, members };
    });
}

function byPublication(p: Creative, q: Creative): number {
  const [a, b] = [publishedAt(p), publishedAt(q)];
  if (a !== b) return a < b ? -1 : 1;
  return p.id < q.id ? -1 : 1;
}
