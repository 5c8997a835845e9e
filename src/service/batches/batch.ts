import { EventEmitter, on } from "node:events";

/** What came of one item of a batch. */
export interface ItemResult {
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly path: string;
  /** An outcome such as `added`, `refused` or `matched`; or `failed`. */
  readonly outcome: string;
  /** The creative's id; undefined where it is not in the library. */
  readonly id?: string;
  /** The match that is most alike; its creative's id only where it is the caller's own. */
  readonly mostAlike?: { readonly similarity: number; readonly grade: string; readonly id?: string };
  /** A code of the table of errors. */
  readonly error?: string;
}

/** How far a batch is. */
export interface BatchState {
  readonly id: string;
  readonly state: "running" | "done" | "cancelled";
  readonly total: number;
  readonly done: number;
}

/** Work on many creatives that goes on by itself, and can be looked at and cancelled. */
export class Batch {
  readonly id: string;
  /** Of the caller that began it. */
  readonly owner: string;
  readonly total: number;
  /** In the order of their ends; grows. */
  readonly results: ItemResult[] = [];
  readonly #cancelling = new AbortController();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #state: BatchState["state"] = "running";

  constructor(id: string, owner: string, total: number) {
    this.id = id;
    this.owner = owner;
    this.total = total;
  }

  /** Aborted when the batch is cancelled. */
  get signal(): AbortSignal {
    return this.#cancelling.signal;
  }

  /** How far it is. */
  get state(): BatchState {
    return { id: this.id, state: this.#state, total: this.total, done: this.results.length };
  }

  /** Notes what came of an item. */
  note(result: ItemResult): void {
    this.results.push(result);
    this.#changes.emit("change");
  }

  /** Notes that nothing more will come. */
  end(): void {
    if (this.#state === "running") this.#state = this.signal.aborted ? "cancelled" : "done";
    this.#changes.emit("change");
  }

  /** Ends what runs and begins nothing more; what was done stays done. */
  cancel(): void {
    this.#cancelling.abort(new Error("the batch was cancelled"));
  }

  /** The results from the given one on, those to come included, until the batch ends or the signal says so. */
  async *follow(from: number, signal: AbortSignal): AsyncGenerator<ItemResult, void, undefined> {
    // Listening begins before looking: nothing falls in between.
    const changes = on(this.#changes, "change", { signal });
    for (let next = from; ; ) {
      while (next < this.results.length) yield this.results[next++] as ItemResult;
      if (this.#state !== "running") return;
      await changes.next();
    }
  }
}
