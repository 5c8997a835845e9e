import type { Steps } from "../steps/steps.js";

/** Two ids that belong together. */
export type Link = readonly [one: string, other: string];

/**
 * What hangs together, step by step, through links: every component of at least two members, in the order of `members`, components in the
 * order of their first ones. Links to ids that are not among those of `members` join nothing.
 *
 * @param members by their ids
 */
export function* connectedComponents<Member>(
  members: ReadonlyMap<string, Member>,
  links: Iterable<Link>,
): Steps<Member[][]> {
  // From 1: whose parent is 0 is linked to nothing.
  const places = new Map<string, number>();
  for (const id of members.keys()) {
    places.set(id, places.size + 1);
    yield;
  }
  const parents = new Int32Array(places.size + 1);
  const rootOf = (place: number): number => {
    let root = place;
    while (parents[root] !== root) {
      // Halves the way for the next time.
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  for (const [one, other] of links) {
    yield;
    const [from, to] = [places.get(one), places.get(other)];
    if (from === undefined || to === undefined || from === to) continue;
    parents[from] ||= from;
    parents[to] ||= to;
    parents[rootOf(to)] = rootOf(from);
  }

  const components = new Map<number, Member[]>();
  for (const [id, member] of members) {
    yield;
    const place = places.get(id)!;
    if (parents[place] === 0) continue;
    const root = rootOf(place);
    const component = components.get(root);
    if (component === undefined) components.set(root, [member]);
    else component.push(member);
  }
  return [...components.values()];
}
