import { randomUUID } from "node:crypto";
import { SamecutError } from "../../index.js";
import { Batch } from "./batch.js";

/** The batches that run, and the newest of those that have ended. They end with the process: what they added stays. */
export class Batches {
  readonly #limit: number;
  readonly #batches = new Map<string, Batch>();
  readonly #running = new Set<Promise<void>>();

  /** @param limit most batches that run or are remembered, at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Begins a batch. Throws LIBRARY_BUSY where as many run as may. */
  begin(owner: string, total: number, work: (batch: Batch) => Promise<void>): Batch {
    this.#forgetEnded();
    if (this.#batches.size >= this.#limit)
      throw new SamecutError("LIBRARY_BUSY", { detail: `${this.#batches.size} batches are running` });
    const batch = new Batch(randomUUID(), owner, total);
    this.#batches.set(batch.id, batch);
    const running = work(batch).finally(() => {
      batch.end();
      this.#running.delete(running);
    });
    this.#running.add(running);
    return batch;
  }

  /** A batch of its owner. Throws BATCH_NOT_FOUND, also for another's. */
  get(id: string, owner: string): Batch {
    const batch = this.#batches.get(id);
    if (batch === undefined || batch.owner !== owner) throw new SamecutError("BATCH_NOT_FOUND");
    return batch;
  }

  /** Cancels all of them and waits for their ends. */
  async close(): Promise<void> {
    for (const batch of this.#batches.values()) batch.cancel();
    await Promise.allSettled([...this.#running]);
  }

  #forgetEnded(): void {
    for (const [id, batch] of this.#batches) {
      if (this.#batches.size < this.#limit) return;
      if (batch.state.state !== "running") this.#batches.delete(id);
    }
  }
}
