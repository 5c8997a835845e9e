import { once } from "node:events";

/** After Ctrl-C a command has this long to end by itself, milliseconds; "within a second" with some room. */
const GRACE_MILLISECONDS = 800;

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Ctrl-C and its like, as an AbortSignal. */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  readonly #listener: (signal: NodeJS.Signals) => void;
  #exitStatus: number | undefined;
  /** Milliseconds a command has to end, where a signal is how it is meant to end. */
  #stopMilliseconds: number | undefined;

  /**
   * Listens from now on. The first signal aborts and calls `announce`; a second one, or a command that does not end in
   * time, ends the process at once (which kills the decoders, and loses nothing that was finished).
   */
  constructor(announce: () => void) {
    this.#listener = (name) => {
      const status = 128 + SIGNAL_NUMBERS[name as keyof typeof SIGNAL_NUMBERS];
      if (this.#controller.signal.aborted) process.exit(status);
      if (this.#stopMilliseconds === undefined) {
        this.#exitStatus = status;
        announce();
      }
      setTimeout(() => process.exit(status), this.#stopMilliseconds ?? GRACE_MILLISECONDS).unref();
      this.#controller.abort();
    };
    for (const name of Object.keys(SIGNAL_NUMBERS)) process.on(name, this.#listener);
  }

  /**
   * For a command that goes on until it is told to stop: the first signal is no interruption then, and the command has
   * this long to end. Resolves with that signal.
   */
  async expectStop(graceMilliseconds: number): Promise<void> {
    this.#stopMilliseconds = graceMilliseconds;
    const { signal } = this.#controller;
    if (!signal.aborted) await once(signal, "abort");
  }

  /** Aborted by the first signal. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** 128 and the signal's number once a signal came, as shells count. */
  get exitStatus(): number | undefined {
    return this.#exitStatus;
  }

  [Symbol.dispose](): void {
    for (const name of Object.keys(SIGNAL_NUMBERS)) process.off(name, this.#listener);
  }
}
