import type { Steps } from "../steps/steps.js";
import type { Grade } from "../verdict/verdict.js";
import { connectedComponents, type Link } from "./connected-components.js";
import type { Creative } from "./creative.js";

/** Creatives that are, step by step, similar to each other. */
export interface SimilarityGroup<Member = Creative> {
  /** The id of its first creative, after `group:`. */
  readonly id: string;
  /** The earliest, which counts as the original; ties by id. */
  readonly first: Member;
  /** All of them, earliest first. */
  readonly members: readonly Member[];
}

/**
 * The connected components of creatives, in the order of their first ones; creatives without a pair are in none. Pairs that are `possible`
 * or `distinct` do not count: too little to pull two groups together.
 *
 * @param creatives by id, earliest first, ties by id
 */
export function* similarityGroups<Member extends { readonly id: string }>(
  creatives: ReadonlyMap<string, Member>,
  pairs: Iterable<{ readonly a: string; readonly b: string; readonly grade: Grade }>,
): Steps<SimilarityGroup<Member>[]> {
  const groups: SimilarityGroup<Member>[] = [];
  for (const members of yield* connectedComponents(creatives, linksOf(pairs))) {
    const first = members[0] as Member;
    groups.push({ id: `group:${first.id}`, first, members });
    yield;
  }
  return groups;
}

function* linksOf(pairs: Parameters<typeof similarityGroups>[1]): Generator<Link> {
  for (const { a, b, grade } of pairs) if (grade !== "possible" && grade !== "distinct") yield [a, b];
}
