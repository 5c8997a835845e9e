import { SamecutError } from "../errors.js";

/** Lets calls run until their callers' signals or the end of the library stop them. */
export class CallGate {
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  /** Runs a call; it rejects with the given signal's reason, or with LIBRARY_CLOSED once the gate is closed. */
  async run<Result>(
    given: AbortSignal | undefined,
    action: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.requireOpen();
    given?.throwIfAborted();
    const signal = given ? AbortSignal.any([given, this.#closing.signal]) : this.#closing.signal;
    const running = action(signal);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Throws LIBRARY_CLOSED when the gate is closed. */
  requireOpen(): void {
    this.#closing.signal.throwIfAborted();
  }

  /** Stops what is under way and waits until it has stopped; later calls reject. */
  async close(): Promise<void> {
    this.#closing.abort(new SamecutError("LIBRARY_CLOSED"));
    await Promise.allSettled([...this.#running]);
  }
}
