import { availableParallelism } from "node:os";
import PQueue from "p-queue";
import { takeTurn, type WaitingOptions } from "./turn.js";

/** How many files are decoded at a time, by default: each takes one core. */
export const DEFAULT_CONCURRENCY = availableParallelism();

const queue = new PQueue({ concurrency: DEFAULT_CONCURRENCY });

/**
 * Sets how many files this process decodes at a time, whoever asks for them. Whole number, at least 1; work that has
 * begun goes on.
 *
 * @throws RangeError
 */
export function setDecodingConcurrency(files: number): void {
  if (!Number.isInteger(files) || files < 1) {
    throw new RangeError(
      `Expected a whole number of at least 1 for the decoding concurrency but received ${files}`,
    );
  }
  queue.concurrency = files;
}

/**
 * Runs `task` when a place is free. Places are shared by the whole process, so concurrent calls do not start more
 * decoders than the machine has cores. An aborted signal takes a waiting task out of the queue at once. Tasks that have
 * begun are never interrupted for others, and have ended when this settles.
 *
 * @throws what the task throws; the signal's reason when it is aborted before the task began
 */
export function whenDecoderFree<T>(task: () => Promise<T>, options: WaitingOptions = {}): Promise<T> {
  return takeTurn(queue, task, options);
}
