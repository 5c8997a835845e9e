import { descendantsOf, peakResidentBytes } from "../serving/process-tree.js";

/** The most memory that was held, bytes. */
export interface MemoryPeaks {
  readonly service: number;
  /** Of any one of the processes that decode. */
  readonly decoder: number;
}

const INTERVAL_MILLISECONDS = 40;

/** Watches how much memory a service and its decoders hold. */
export class MemoryWatch implements Disposable {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #service = 0;
  #decoder = 0;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), INTERVAL_MILLISECONDS);
  }

  /** The most so far; of decoders, whatever was seen between two looks may be missing. */
  get peaks(): MemoryPeaks {
    this.#look();
    return { service: this.#service, decoder: this.#decoder };
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#service = Math.max(this.#service, peakResidentBytes(this.#pid) ?? 0);
    for (const { pid } of descendantsOf(this.#pid))
      this.#decoder = Math.max(this.#decoder, peakResidentBytes(pid) ?? 0);
  }
}
