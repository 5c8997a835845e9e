/** Two ids that belong together. */
export type Link = readonly [one: string, other: string];

/**
 * What hangs together, step by step, through links: every component of at least two ids, its members in the order of `ids`, components
 * in the order of their first members. Links to ids that are not among `ids` join nothing.
 */
export function connectedComponents(ids: readonly string[], links: Iterable<Link>): string[][] {
  const parents = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    // Shortens the way for the next time.
    parents.set(id, root);
    return root;
  };
  for (const [one, other] of links) {
    if (parents.has(one) && parents.has(other)) parents.set(rootOf(other), rootOf(one));
  }

  const members = new Map<string, string[]>();
  for (const id of ids) {
    const root = rootOf(id);
    const component = members.get(root);
    if (component === undefined) members.set(root, [id]);
    else component.push(id);
  }
  return [...members.values()].filter((component) => component.length > 1);
}
