import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { SamecutError } from "../../errors.js";
import { workerModule } from "../../threads/worker-module.js";
import {
  END,
  type WorkerCallName,
  type WorkerCalls,
  type WorkerReply,
  type WorkerRequest,
  type WorkerStart,
} from "./worker-protocol.js";

interface Pending {
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The line to the thread that owns one index. The thread keeps the process alive only while an answer is awaited.
 * When the thread dies, its index is lost: open calls and all later ones reject with INDEX_CRASHED, and the owner
 * begins with a new line.
 */
export class WorkerLine {
  readonly #worker: Worker;
  readonly #ending = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #exited: Promise<unknown>;
  readonly #pending = new Map<number, Pending>();
  #nextNumber = 0;
  #ended: SamecutError | undefined;

  constructor() {
    const { url, execArgv } = workerModule("cell-worker", import.meta.url);
    this.#worker = new Worker(url, {
      execArgv,
      name: "samecut-index",
      workerData: { ending: this.#ending } satisfies WorkerStart,
    });
    this.#exited = once(this.#worker, "exit").catch(() => undefined);
    this.#worker.unref();
    this.#worker.on("message", (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on("error", (cause) =>
      this.#end(new SamecutError("INDEX_CRASHED", { detail: cause.message, cause })),
    );
    this.#worker.on("exit", () =>
      this.#end(new SamecutError("INDEX_CRASHED", { detail: "its thread has ended" })),
    );
  }

  /** Asks the thread; answers come in the order of the questions. */
  call<Name extends WorkerCallName>(
    name: Name,
    input: WorkerCalls[Name]["input"],
  ): Promise<WorkerCalls[Name]["output"]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const number = this.#nextNumber++;
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ number, name, input } satisfies WorkerRequest<Name>);
    });
  }

  /**
   * Ends the thread; what waits in its queue is given up. The native call it is in, if any, is waited for: a thread that is terminated in the
   * middle of one takes the process with it (an exception of the addon has nowhere to go).
   */
  async close(): Promise<void> {
    this.#end(new SamecutError("INDEX_CRASHED", { detail: "it has been closed" }));
    Atomics.store(this.#ending, 0, 1);
    this.#worker.ref();
    this.#worker.postMessage(END);
    await this.#exited;
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#pending.get(reply.number);
    this.#pending.delete(reply.number);
    if (this.#pending.size === 0) this.#worker.unref();
    if ("error" in reply) waiting?.reject(new SamecutError(reply.error.code, reply.error));
    else waiting?.resolve(reply.output as never);
  }

  #end(error: SamecutError): void {
    this.#ended ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }
}
