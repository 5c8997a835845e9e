import { setImmediate as nextTurn } from "node:timers/promises";

/** How long one turn of work may hold the event loop, milliseconds: little beside the 10 that are promised, for collecting garbage adds to it. */
const TURN_MS = 2;

/**
 * Does something short with each item, in their order, however many there are: the event loop gets its turn before the first one and every
 * few milliseconds. Throws what is thrown with an item.
 */
export async function inTurns<Item>(items: Iterable<Item>, act: (item: Item) => void): Promise<void> {
  let endsAt = 0;
  for (const item of items) {
    if (performance.now() >= endsAt) {
      await nextTurn();
      endsAt = performance.now() + TURN_MS;
    }
    act(item);
  }
}
