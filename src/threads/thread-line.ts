import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type ErrorCode, SamecutError } from "../errors.js";
import {
  END,
  type ThreadAbort,
  type ThreadCalls,
  type ThreadNews,
  type ThreadReply,
  type ThreadRequest,
  type ThreadStart,
} from "./thread-calls.js";
import type { WorkerModule } from "./worker-module.js";

/** The thread at the other end of a line. */
export interface ThreadLineOptions {
  /** It calls `answerCalls`. */
  readonly module: WorkerModule;
  /** The thread's name, for debuggers. */
  readonly name: string;
  /** What calls reject with once the thread has ended. */
  readonly crash: ErrorCode;
  /** Takes what the thread tells without being asked. */
  readonly onTold?: (told: string) => void;
}

interface Pending {
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The line to a thread that owns something. The thread keeps the process alive only while an answer is awaited.
 * When the thread dies, what it owns is lost: open calls and all later ones reject with the code for it, and the owner
 * begins with a new line.
 */
export class ThreadLine<Calls extends ThreadCalls<Calls>> {
  readonly #worker: Worker;
  readonly #crash: ErrorCode;
  readonly #ending = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #exited: Promise<unknown>;
  readonly #pending = new Map<number, Pending>();
  #nextNumber = 0;
  #ended: SamecutError | undefined;

  constructor({ module: { url, execArgv }, name, crash, onTold }: ThreadLineOptions) {
    this.#crash = crash;
    this.#worker = new Worker(url, {
      execArgv,
      name,
      workerData: { ending: this.#ending } satisfies ThreadStart,
    });
    this.#exited = once(this.#worker, "exit").catch(() => undefined);
    this.#worker.unref();
    this.#worker.on("message", (reply: ThreadReply | ThreadNews) => {
      if ("told" in reply) onTold?.(reply.told);
      else this.#settle(reply);
    });
    this.#worker.on("error", (cause) => this.#end(cause.message, cause));
    this.#worker.on("exit", () => this.#end("its thread has ended"));
  }

  /**
   * Asks the thread; answers to calls that are synchronous there come in the order of the questions. Once the signal is aborted, the call ends as
   * soon as the thread lets go of it, and rejects with the signal's reason unless it was done already.
   */
  async call<Name extends keyof Calls>(
    name: Name,
    input: Calls[Name]["input"],
    signal?: AbortSignal,
  ): Promise<Calls[Name]["output"]> {
    signal?.throwIfAborted();
    if (this.#ended) throw this.#ended;
    const number = this.#nextNumber++;
    const giveUp = (): void => this.#worker.postMessage({ abort: number } satisfies ThreadAbort);
    signal?.addEventListener("abort", giveUp, { once: true });
    try {
      return await new Promise<Calls[Name]["output"]>((resolve, reject) => {
        this.#pending.set(number, { resolve, reject });
        this.#worker.ref();
        this.#worker.postMessage({ number, name, input } satisfies ThreadRequest<Calls, Name>);
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", giveUp);
    }
  }

  /**
   * Ends the thread; what waits in its queue is given up. The native call it is in, if any, is waited for: a thread that is terminated in the
   * middle of one takes the process with it (an exception of the addon has nowhere to go).
   */
  async close(): Promise<void> {
    this.#end("it has been closed");
    Atomics.store(this.#ending, 0, 1);
    this.#worker.ref();
    this.#worker.postMessage(END);
    await this.#exited;
  }

  #settle(reply: ThreadReply): void {
    const waiting = this.#pending.get(reply.number);
    this.#pending.delete(reply.number);
    if (this.#pending.size === 0) this.#worker.unref();
    if ("error" in reply) waiting?.reject(new SamecutError(reply.error.code, reply.error));
    else waiting?.resolve(reply.output as never);
  }

  #end(detail: string, cause?: unknown): void {
    this.#ended ??= new SamecutError(this.#crash, { detail, cause });
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }
}
