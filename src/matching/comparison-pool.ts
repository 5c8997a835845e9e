import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { SamecutError } from "../errors.js";
import { workerModule } from "../threads/worker-module.js";
import type { PairVerdict } from "../verdict/verdict.js";
import type { ComparisonOutcome, ComparisonTask } from "./comparison-task.js";

/** Earlier creatives in one task: enough to be worth preparing the later one, few enough to keep all threads busy. */
const EARLIER_A_TASK = 12;

/** How long a thread without work stays, milliseconds; starting one takes some 100. */
const IDLE_MS = 5_000;

/** Compares fingerprints in several threads. The verdicts do not depend on how many. */
export class ComparisonPool implements AsyncDisposable {
  readonly #jobs: number;
  #threads: Piscina<ComparisonTask, ComparisonOutcome> | undefined;

  /** @param jobs threads, at least 1; default the number of cores */
  constructor(jobs: number = availableParallelism()) {
    if (!Number.isInteger(jobs) || jobs < 1) {
      throw new SamecutError("SETTING_INVALID", {
        detail: `expected an integer from 1 for jobs but received ${jobs}`,
      });
    }
    this.#jobs = jobs;
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
    try {
      const outcomes = await Promise.all(tasks.map((task) => this.#run(task, signal)));
      return outcomes.flat();
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }

  /** Ends the threads; what is under way is given up. */
  async close(): Promise<void> {
    await this.#threads?.destroy();
    this.#threads = undefined;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #run(task: ComparisonTask, signal: AbortSignal | undefined): Promise<readonly PairVerdict[]> {
    this.#threads ??= startThreads(this.#jobs);
    const outcome = await this.#threads.run(task, signal ? { signal } : {});
    if ("error" in outcome) throw new SamecutError(outcome.error.code, outcome.error);
    return outcome.verdicts;
  }
}

function startThreads(jobs: number): Piscina<ComparisonTask, ComparisonOutcome> {
  const { url, execArgv } = workerModule("comparison-worker", import.meta.url);
  return new Piscina({
    filename: url.href,
    name: "compareTask",
    execArgv,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: IDLE_MS,
  });
}
