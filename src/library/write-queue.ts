import PQueue from "p-queue";
import { takeTurn, type WaitingOptions } from "../intake/turn.js";

/** Runs writes one after the other. */
export class WriteQueue {
  readonly #queue = new PQueue({ concurrency: 1 });

  /**
   * Runs a write when those before it have ended. An aborted signal takes a waiting one out at once; one that has begun
   * ends by itself, for the next must not begin beside it. Rejects with the signal's reason, or what the write throws.
   */
  run<Result>(write: () => Promise<Result>, options: WaitingOptions = {}): Promise<Result> {
    return takeTurn(this.#queue, write, options);
  }
}
