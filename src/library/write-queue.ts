import PQueue from "p-queue";
import { type Priority, QUEUE_PRIORITY, type WaitingOptions } from "../intake/decoding-queue.js";

/** Runs writes one after the other. */
export class WriteQueue {
  readonly #queue = new PQueue({ concurrency: 1 });

  /**
   * Runs a write when those before it have ended. An aborted signal takes a waiting one out at once; one that has begun
   * ends by itself, for the next must not begin beside it. Rejects with the signal's reason, or what the write throws.
   */
  async run<Result>(write: () => Promise<Result>, options: WaitingOptions = {}): Promise<Result> {
    const { signal, priority = "upload" satisfies Priority } = options;
    signal?.throwIfAborted();
    const waiting = new AbortController();
    const leave = (): void => waiting.abort(signal?.reason);
    signal?.addEventListener("abort", leave, { once: true });
    const outcome = await this.#queue.add(
      () => {
        signal?.removeEventListener("abort", leave);
        signal?.throwIfAborted();
        return write();
      },
      { priority: QUEUE_PRIORITY[priority], signal: waiting.signal },
    );
    return outcome as Result;
  }
}
