import { connectedComponents } from "./connected-components.js";
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
  const byId = new Map(creatives.map((creative) => [creative.id, creative]));
  const order = [...creatives].sort(byPublication).map(({ id }) => id);
  const links = pairs
    .filter(({ verdict: { grade } }) => grade !== "possible" && grade !== "distinct")
    .map(({ a, b }) => [a, b] as const);
  return connectedComponents(order, links).map((ids) => {
    const members = ids.map((id) => byId.get(id) as Creative);
    const first = members[0] as Creative;
    return { id: `group:${first.id}`, first, members };
  });
}

function byPublication(p: Creative, q: Creative): number {
  const [a, b] = [publishedAt(p), publishedAt(q)];
  if (a !== b) return a < b ? -1 : 1;
  return p.id < q.id ? -1 : 1;
}
