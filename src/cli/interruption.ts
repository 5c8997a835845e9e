/** After Ctrl-C a command has this long to end by itself, milliseconds; "within a second" with some room. */
const GRACE_MILLISECONDS = 800;

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Ctrl-C and its like, as an AbortSignal. */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  readonly #listener: (signal: NodeJS.Signals) => void;
  #exitStatus: number | undefined;

  /**
   * Listens from now on. The first signal aborts and calls `announce`; a second one, or a command that does not end in
   * time, ends the process at once (which kills the decoders, and loses nothing that was finished).
   */
  constructor(announce: () => void) {
    this.#listener = (name) => {
      const status = 128 + SIGNAL_NUMBERS[name as keyof typeof SIGNAL_NUMBERS];
      if (this.#exitStatus !== undefined) process.exit(status);
      this.#exitStatus = status;
      announce();
      setTimeout(() => process.exit(status), GRACE_MILLISECONDS).unref();
      this.#controller.abort();
    };
    for (const name of Object.keys(SIGNAL_NUMBERS)) process.on(name, this.#listener);
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
