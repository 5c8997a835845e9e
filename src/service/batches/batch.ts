import { EventEmitter, on } from "node:events";
import type { AdmissionRule, CreativeDetails } from "../../index.js";

/** What is done with every creative of a batch. */
export type BatchAction = "check" | "add" | "check-and-add";

/** A creative of a batch. */
export interface BatchItem {
  readonly path: string;
  readonly details: CreativeDetails;
}

/** What a batch was asked to do. */
export interface BatchOrder {
  readonly action: BatchAction;
  readonly items: readonly BatchItem[];
  readonly rule: AdmissionRule;
  /** The name of the caller that began it. */
  readonly owner: string;
}

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
  /** `suspended`: the service was told to stop; the batch goes on when it starts again. */
  readonly state: "running" | "done" | "cancelled" | "suspended";
  readonly total: number;
  readonly done: number;
}

/** Work on many creatives that goes on by itself, and can be looked at and cancelled. */
export class Batch {
  readonly id: string;
  readonly order: BatchOrder;
  /** In the order of their ends; grows. */
  readonly results: ItemResult[];
  readonly #stopping = new AbortController();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #state: BatchState["state"] = "running";
  #over = false;

  /** @param results of items that were done before */
  constructor(id: string, order: BatchOrder, results: readonly ItemResult[] = []) {
    this.id = id;
    this.order = order;
    this.results = [...results];
  }

  /** Aborted when the batch is cancelled or suspended. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** How far it is. */
  get state(): BatchState {
    return { id: this.id, state: this.#state, total: this.order.items.length, done: this.results.length };
  }

  /** True when nothing more will come from this process. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Has each result told that comes from now on. */
  onResult(listener: (result: ItemResult) => void): void {
    this.#changes.on("result", listener);
  }

  /** Notes what came of an item. */
  note(result: ItemResult): void {
    this.results.push(result);
    this.#changes.emit("result", result);
    this.#changes.emit("change");
  }

  /** Notes that nothing more will come. */
  end(): void {
    if (this.#state === "running") this.#state = "done";
    this.#over = true;
    this.#changes.emit("change");
  }

  /** Ends what runs and begins nothing more; what was done stays done. */
  cancel(): void {
    this.#stop("cancelled");
  }

  /** Ends what runs and begins nothing more for now. */
  suspend(): void {
    this.#stop("suspended");
  }

  /** The results from the given one on, those to come included, until the batch ends or the signal says so. */
  async *follow(from: number, signal: AbortSignal): AsyncGenerator<ItemResult, void, undefined> {
    // Listening begins before looking: nothing falls in between.
    const changes = on(this.#changes, "change", { signal });
    for (let next = from; ; ) {
      while (next < this.results.length) yield this.results[next++] as ItemResult;
      if (this.#over) return;
      await changes.next();
    }
  }

  #stop(state: "cancelled" | "suspended"): void {
    if (this.#state !== "running") return;
    this.#state = state;
    this.#stopping.abort(new Error(`the batch was ${state}`));
  }
}
