import type { Neighbour } from "./nearest-neighbours.js";

/** Each creative once with its least distance, nearest first, then by id. */
export function nearestFirst(hits: Iterable<Neighbour>): Neighbour[] {
  const least = new Map<number, number>();
  for (const { id, squaredDistance } of hits) {
    const known = least.get(id);
    if (known === undefined || squaredDistance < known) least.set(id, squaredDistance);
  }
  return [...least]
    .map(([id, squaredDistance]) => ({ id, squaredDistance }))
    .sort((a, b) => a.squaredDistance - b.squaredDistance || a.id - b.id);
}
