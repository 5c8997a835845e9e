import { setMaxListeners } from "node:events";
import { SamecutError } from "../errors.js";
import { requireObject } from "../intake/required-object.js";
import { LONGEST_TIMER_SECONDS } from "../threads/longest-timer.js";
import { type GivenOptions, requireOptions } from "./required-options.js";

/** Lets calls run until their callers' signals, their time limits or the end of the library stop them. */
export class CallGate {
  readonly #closing = new AbortController();
  readonly #running = new Map<AbortController, Promise<unknown>>();
  readonly #pendingLimit: number;
  #pendingWork = 0;

  /** @param pendingLimit most calls of {@link work} at a time, at least 1; default: no limit. Throws SETTING_INVALID */
  constructor(pendingLimit: number = Number.POSITIVE_INFINITY) {
    if (!(pendingLimit >= 1)) {
      throw new SamecutError("SETTING_INVALID", {
        detail: `expected at least 1 for pendingLimit but received ${pendingLimit}`,
      });
    }
    this.#pendingLimit = pendingLimit;
  }

  /** Runs a call; it rejects with its signal's reason, with LIBRARY_CLOSED once the gate is closed, or with SETTING_INVALID. */
  async run<Result>(
    options: Pick<GivenOptions, "signal">,
    action: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    requireObject(options);
    const { signal } = options;
    return await this.#runUntil(signal === undefined ? [] : [signal], action);
  }

  /** Runs a call that takes its time; it rejects as {@link run} does, and with SETTING_INVALID, LIBRARY_BUSY or CALL_TIMED_OUT. */
  async work<Result>(
    options: GivenOptions,
    action: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    requireOptions(options);
    const { signal, timeLimitSeconds } = options;
    if (this.#pendingWork >= this.#pendingLimit) {
      this.requireOpen();
      throw new SamecutError("LIBRARY_BUSY", { detail: `${this.#pendingWork} are pending` });
    }
    this.#pendingWork++;
    using limit = timeLimit(timeLimitSeconds);
    const signals = [signal, limit?.signal].filter((each) => each !== undefined);
    try {
      return await this.#runUntil(signals, action);
    } finally {
      this.#pendingWork--;
    }
  }

  /** Throws LIBRARY_CLOSED when the gate is closed. */
  requireOpen(): void {
    this.#closing.signal.throwIfAborted();
  }

  /** Stops what is under way and waits until it has stopped; later calls reject. */
  async close(): Promise<void> {
    const closed = new SamecutError("LIBRARY_CLOSED");
    this.#closing.abort(closed);
    for (const call of this.#running.keys()) call.abort(closed);
    await Promise.allSettled([...this.#running.values()]);
  }

  /** A controller a call, for what `AbortSignal.any` makes of a signal that outlives the calls stays with it: 48 bytes for each (Node 20). */
  async #runUntil<Result>(
    stops: readonly AbortSignal[],
    action: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.requireOpen();
    for (const stop of stops) stop.throwIfAborted();
    const call = new AbortController();
    // A call of many parts listens once for each: no leak, and nothing that Node should print.
    setMaxListeners(0, call.signal);
    const pass = ({ target }: Event): void => call.abort((target as AbortSignal).reason);
    for (const stop of stops) stop.addEventListener("abort", pass);
    const running = action(call.signal);
    this.#running.set(call, running);
    try {
      return await running;
    } finally {
      this.#running.delete(call);
      for (const stop of stops) stop.removeEventListener("abort", pass);
    }
  }
}

function timeLimit(seconds: number | undefined): (Disposable & { readonly signal: AbortSignal }) | undefined {
  if (seconds === undefined || seconds > LONGEST_TIMER_SECONDS) return undefined;
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new SamecutError("CALL_TIMED_OUT", { detail: `not done after ${seconds} s` })),
    seconds * 1000,
  );
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}
