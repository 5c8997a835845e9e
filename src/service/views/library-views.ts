import { Piscina } from "piscina";
import { SamecutError } from "../../index.js";
import { workerModule } from "../../threads/worker-module.js";
import type { ViewQuestion, ViewTask } from "./view-question.js";
import type { ViewAnswer } from "./view-worker.js";

/** Questions that may wait: each takes seconds where the library is large, and memory for all of it. */
const MOST_WAITING = 32;

/** How long the thread stays without work, milliseconds; starting it takes some tenths of a second. */
const IDLE_MILLISECONDS = 30_000;

/** A thread of this kind. */
export interface LibraryViewsOptions {
  /** How long it stays without work; what it has read of the library goes with it. Default: 30,000. */
  readonly idleMilliseconds?: number;
  /**
   * Whoever gives up a question ends the thread with it, for nothing else stops a computation of seconds; default true. False where answers
   * are quick and are often given up, as while somebody types: then what the thread has read of the library is worth more.
   */
  readonly interruptible?: boolean;
}

/**
 * Answers that take the whole library: made one after the other by a thread of their own, with its own reading connection, so that
 * look-ups and uploads never wait for them. What was acknowledged before a question is in its answer.
 */
export class LibraryViews {
  readonly #folder: string;
  readonly #thread: Piscina<ViewTask, ViewAnswer>;
  readonly #interruptible: boolean;
  #closed = false;

  /** @param folder of the library */
  constructor(
    folder: string,
    { idleMilliseconds = IDLE_MILLISECONDS, interruptible = true }: LibraryViewsOptions = {},
  ) {
    this.#folder = folder;
    this.#interruptible = interruptible;
    const { url, execArgv } = workerModule("view-worker", import.meta.url);
    this.#thread = new Piscina({
      ...{ filename: url.href, name: "answerView", execArgv },
      ...{ minThreads: 0, maxThreads: 1, maxQueue: MOST_WAITING, idleTimeout: idleMilliseconds },
    });
  }

  /**
   * The answer as it is sent. Rejects with LIBRARY_BUSY where too many wait, SERVICE_STOPPING once it is closed, the signal's reason,
   * and what the library's calls throw.
   */
  async ask(question: ViewQuestion, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    if (this.#thread.queueSize >= MOST_WAITING)
      throw new SamecutError("LIBRARY_BUSY", { detail: `${MOST_WAITING} views of the library are waiting` });
    const task = { folder: this.#folder, question };
    try {
      const answer = await (this.#interruptible
        ? this.#thread.run(task, { signal })
        : orAborted(this.#thread.run(task), signal));
      if ("error" in answer) throw new SamecutError(answer.error.code, answer.error);
      return Buffer.from(answer);
    } catch (error) {
      signal.throwIfAborted();
      throw this.#closed ? new SamecutError("SERVICE_STOPPING") : error;
    }
  }

  /** Ends the thread; what is under way is given up. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.destroy();
  }
}

/** What a run gives, or the signal's reason as soon as it is aborted; the run goes on. */
function orAborted<Answer>(run: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    run.then(resolve, reject);
  });
}
