import { setImmediate as nextTurn } from "node:timers/promises";
import type { Steps } from "../steps/steps.js";

/** How long one turn of work may hold the event loop, milliseconds: little beside the 10 that are promised, for collecting garbage adds to it. */
const TURN_MS = 2;

/**
 * Has work done to its end, however many steps it takes: the event loop gets its turn before the first one and every few milliseconds. Throws
 * what a step throws, and the signal's reason.
 */
export async function finishInTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    await nextTurn();
    signal?.throwIfAborted();
    const endsAt = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < endsAt);
  }
}

/** Does something short with each item, in their order, in turns as {@link finishInTurns}. Throws what is thrown with an item, and the signal's reason. */
export function inTurns<Item>(
  items: Iterable<Item>,
  act: (item: Item) => void,
  signal?: AbortSignal,
): Promise<void> {
  return finishInTurns(stepsOf(items, act), signal);
}

function* stepsOf<Item>(items: Iterable<Item>, act: (item: Item) => void): Steps<void> {
  for (const item of items) {
    act(item);
    yield;
  }
}
