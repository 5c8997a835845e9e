import { randomUUID } from "node:crypto";
import { SamecutError } from "../../index.js";
import { Batch, type BatchOrder } from "./batch.js";
import { BatchJournal, unfinishedBatches } from "./batch-journal.js";

/** How batches are kept and run. */
export interface BatchesOptions {
  /** Most batches that run or are remembered, at least 1. */
  readonly limit: number;
  /** Where those that are under way are kept. */
  readonly folder: string;
  /** Told what goes wrong with keeping them. */
  readonly onTrouble: (error: unknown) => void;
}

/** Goes through a batch, what was done before left out; never rejects. */
export type BatchWork = (batch: Batch) => Promise<void>;

/** The batches that run, and the newest of those that have ended. Those that run when the service ends go on when it starts again. */
export class Batches {
  readonly #options: BatchesOptions;
  readonly #batches = new Map<string, Batch>();
  readonly #running = new Set<Promise<void>>();

  constructor(options: BatchesOptions) {
    this.#options = options;
  }

  /** Begins a batch, which lasts from then on. Throws LIBRARY_BUSY where as many run as may, DISK_FULL, STORE_NOT_ACCESSIBLE. */
  async begin(order: BatchOrder, work: BatchWork): Promise<Batch> {
    const { limit, folder, onTrouble } = this.#options;
    this.#forgetEnded();
    if (this.#batches.size >= limit)
      throw new SamecutError("LIBRARY_BUSY", { detail: `${this.#batches.size} batches are running` });
    const batch = new Batch(randomUUID(), order);
    const journal = new BatchJournal(folder, batch.id, onTrouble);
    this.#batches.set(batch.id, batch);
    try {
      await journal.begin(order);
    } catch (error) {
      this.#batches.delete(batch.id);
      throw error;
    }
    this.#run(batch, journal, work);
    return batch;
  }

  /**
   * Goes on with the batches that were under way when the service ended.
   *
   * @param workFor what is to be done for an order; undefined where it may not go on: it is forgotten
   */
  async resume(workFor: (order: BatchOrder) => BatchWork | undefined): Promise<void> {
    const { folder, onTrouble } = this.#options;
    for (const { id, order, results, journal } of await unfinishedBatches(folder, onTrouble)) {
      const work = workFor(order);
      if (work === undefined) {
        await journal.discard();
        continue;
      }
      const batch = new Batch(id, order, results);
      this.#batches.set(id, batch);
      this.#run(batch, journal, work);
    }
  }

  /** A batch of its owner. Throws BATCH_NOT_FOUND, also for another's. */
  get(id: string, owner: string): Batch {
    const batch = this.#batches.get(id);
    if (batch === undefined || batch.order.owner !== owner) throw new SamecutError("BATCH_NOT_FOUND");
    return batch;
  }

  /** Suspends all of them and waits until nothing of them runs. */
  async close(): Promise<void> {
    for (const batch of this.#batches.values()) batch.suspend();
    await Promise.allSettled([...this.#running]);
  }

  #run(batch: Batch, journal: BatchJournal, work: BatchWork): void {
    batch.onResult((result) => journal.note(result));
    const running = work(batch).finally(async () => {
      if (batch.state.state === "suspended") await journal.settled();
      else await journal.discard();
      batch.end();
      this.#running.delete(running);
    });
    this.#running.add(running);
  }

  #forgetEnded(): void {
    for (const [id, batch] of this.#batches) {
      if (this.#batches.size < this.#options.limit) return;
      if (batch.isOver) this.#batches.delete(id);
    }
  }
}
