import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { SamecutError } from "../errors.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { workerModule } from "../threads/worker-module.js";
import type { PairVerdict } from "../verdict/verdict.js";
import type { ComparisonOutcome, ComparisonTask } from "./comparison-task.js";
import type { Description } from "./description.js";

/** Earlier creatives in one task: enough to be worth preparing the later one, few enough to keep all threads busy. */
const EARLIER_A_TASK = 8;

/** How long a thread without work stays, milliseconds; starting one takes some 100. */
const IDLE_MS = 5_000;

/** What the module of the threads can do, by the names of its functions. */
interface ThreadTasks {
  compareTask: { readonly task: ComparisonTask; readonly outcome: ComparisonOutcome };
  describeTask: { readonly task: Fingerprint; readonly outcome: Description };
}

/** Describes and compares fingerprints in several threads. The verdicts do not depend on how many. */
export class ComparisonPool implements AsyncDisposable {
  readonly #jobs: number;
  #threads: Piscina | undefined;
  #closed = false;

  /** @param jobs threads, at least 1; default the number of cores */
  constructor(jobs: number = availableParallelism()) {
    if (!Number.isInteger(jobs) || jobs < 1) {
      throw new SamecutError("SETTING_INVALID", {
        detail: `expected an integer from 1 for jobs but received ${jobs}`,
      });
    }
    this.#jobs = jobs;
  }

  /** See `describeFingerprint`. Rejects with the signal's reason. */
  describe(fingerprint: Fingerprint, options: { readonly signal?: AbortSignal } = {}): Promise<Description> {
    return this.#run("describeTask", fingerprint, options.signal);
  }

  /**
   * The verdicts on an encoded fingerprint (side b) against encoded ones of earlier creatives (side a), in their
   * order. Rejects with FINGERPRINT_DAMAGED, FINGERPRINT_VERSION or the signal's reason.
   */
  async compare(
    later: Uint8Array,
    earlier: readonly Uint8Array[],
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<PairVerdict[]> {
    const { signal } = options;
    signal?.throwIfAborted();
    const tasks: ComparisonTask[] = [];
    for (let at = 0; at < earlier.length; at += EARLIER_A_TASK) {
      tasks.push({ later, earlier: earlier.slice(at, at + EARLIER_A_TASK) });
    }
    const outcomes = await Promise.all(tasks.map((task) => this.#run("compareTask", task, signal)));
    return outcomes.flatMap((outcome) => {
      if ("error" in outcome) throw new SamecutError(outcome.error.code, outcome.error);
      return outcome.verdicts;
    });
  }

  /** Ends the threads; what is under way is given up, and nothing begins any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#threads?.destroy();
    this.#threads = undefined;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #run<Name extends keyof ThreadTasks>(
    name: Name,
    task: ThreadTasks[Name]["task"],
    signal: AbortSignal | undefined,
  ): Promise<ThreadTasks[Name]["outcome"]> {
    signal?.throwIfAborted();
    // Its threads would be left to nobody.
    if (this.#closed) throw new Error("the pool of comparisons has been closed");
    this.#threads ??= startThreads(this.#jobs);
    try {
      return await this.#threads.run(task, { name, ...(signal && { signal }) });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }
}

function startThreads(jobs: number): Piscina {
  const { url, execArgv } = workerModule("comparison-worker", import.meta.url);
  return new Piscina({
    filename: url.href,
    execArgv,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: IDLE_MS,
  });
}
