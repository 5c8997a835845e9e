import type PQueue from "p-queue";
import { SamecutError } from "../errors.js";

/** Whose turn it is: uploads, which somebody waits for, go before batches. */
export type Priority = "upload" | "batch";

/** {@link Priority} as queues count it: the higher goes first. */
const QUEUE_PRIORITY: Readonly<Record<Priority, number>> = { upload: 1, batch: 0 };

/** True for what is a {@link Priority}. */
export function isPriority(value: unknown): value is Priority {
  return typeof value === "string" && Object.hasOwn(QUEUE_PRIORITY, value);
}

/** How a task waits. */
export interface WaitingOptions {
  readonly signal?: AbortSignal;
  /** Default `upload`. */
  readonly priority?: Priority;
}

/**
 * Runs `task` when its turn has come in a queue. An aborted signal takes a waiting one out at once; one that has begun is
 * waited for, whatever it makes of the signal: its place is taken until it has ended.
 *
 * @throws what the task throws; the signal's reason when it is aborted before the task began; SETTING_INVALID for another priority
 */
export async function takeTurn<Result>(
  queue: PQueue,
  task: () => Promise<Result>,
  { signal, priority = "upload" }: WaitingOptions,
): Promise<Result> {
  signal?.throwIfAborted();
  if (!isPriority(priority)) {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected upload or batch for priority but received ${String(priority)}`,
    });
  }
  // The queue would let go of a running task as well: it is given a signal that ends with the waiting.
  const waiting = new AbortController();
  const leave = (): void => waiting.abort(signal?.reason);
  signal?.addEventListener("abort", leave, { once: true });
  return await queue.add(
    () => {
      signal?.removeEventListener("abort", leave);
      signal?.throwIfAborted();
      return task();
    },
    { priority: QUEUE_PRIORITY[priority], signal: waiting.signal },
  );
}
