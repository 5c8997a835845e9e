/** Two ids that belong together. */
export type Link = readonly [one: string, other: string];

/**
 * What hangs together, step by step, through links: every component of at least two ids, its members in the order of `ids`, components
 * in the order of their first members. Links to ids that are not among `ids` join nothing.
 */
export function connectedComponents(ids: readonly string[], links: Iterable<Link>): string[][] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const parents = Int32Array.from(ids, (_, place) => place);
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
    const [from, to] = [places.get(one), places.get(other)];
    if (from !== undefined && to !== undefined) parents[rootOf(to)] = rootOf(from);
  }

  const members = new Map<number, string[]>();
  for (const [place, id] of ids.entries()) {
    const root = rootOf(place);
    const component = members.get(root);
    if (component === undefined) members.set(root, [id]);
    else component.push(id);
  }
  return [...members.values()].filter((component) => component.length > 1);
}
