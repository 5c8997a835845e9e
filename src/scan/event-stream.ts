import { setMaxListeners } from "node:events";
import { EventChannel } from "./event-channel.js";

/**
 * Runs work and yields the events it sends. Leaving the loop early aborts the work; the loop's end waits for it, so
 * nothing is under way any more afterwards.
 *
 * @throws what the work throws, after the events it sent before
 */
export async function* streamEvents<Event>(
  work: (signal: AbortSignal, send: (event: Event) => void) => Promise<void>,
  outerSignal: AbortSignal | undefined,
): AsyncGenerator<Event, void, void> {
  const channel = new EventChannel<Event>();
  const left = new AbortController();
  const signal = outerSignal === undefined ? left.signal : AbortSignal.any([outerSignal, left.signal]);
  // Every waiting file listens for the end of the work; their number is no leak.
  setMaxListeners(0, signal);
  const run = work(signal, (event) => channel.send(event)).then(
    () => channel.end(),
    (error: unknown) => channel.fail(error),
  );
  try {
    yield* channel.read();
  } finally {
    left.abort();
    await run;
  }
}
