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

/** What grouping needs of a creative. */
interface Published {
  readonly id: string;
  /** See `publishedAt`. */
  readonly publishedAt: string;
}

/** Creatives of which each is linked to another one. */
export interface LinkedCreatives<Member> {
  readonly linked: ReadonlyMap<string, Member>;
  readonly links: readonly Link[];
}

/** The creatives of pairs of every grade but `possible` and `distinct`: too little to pull two groups together. */
export function linkSimilar<Member>(
  creatives: ReadonlyMap<string, Member>,
  pairs: Iterable<{ readonly a: string; readonly b: string; readonly grade: Grade }>,
): LinkedCreatives<Member> {
  const links: Link[] = [];
  const linked = new Map<string, Member>();
  for (const { a, b, grade } of pairs) {
    const [earlier, later] = [creatives.get(a), creatives.get(b)];
    if (grade === "possible" || grade === "distinct" || earlier === undefined || later === undefined)
      continue;
    linked.set(a, earlier).set(b, later);
    links.push([a, b]);
  }
  return { linked, links };
}

/** Ids of creatives, earliest first. */
export function orderOf(creatives: ReadonlyMap<string, Published>): string[] {
  return [...creatives.values()].sort(byPublication).map(({ id }) => id);
}

/**
 * The connected components of linked creatives, in the order of their first creatives; creatives without a pair are in none.
 *
 * @param order see {@link orderOf}
 */
export function similarityGroups<Member extends Published>(
  { linked, links }: LinkedCreatives<Member>,
  order: readonly string[],
): SimilarityGroup<Member>[] {
  return connectedComponents(order, links).map((ids) => {
    const members = ids.map((id) => linked.get(id) as Member);
    const first = members[0] as Member;
    return { id: `group:${first.id}`, first, members };
  });
}

function byPublication(p: Published, q: Published): number {
  if (p.publishedAt !== q.publishedAt) return p.publishedAt < q.publishedAt ? -1 : 1;
  return p.id < q.id ? -1 : 1;
}
