import { closeSync, openSync, readSync } from "node:fs";

/** How often the loop is looked at, milliseconds: each look is late by as long as something held the loop. */
const EVERY_MS = 1;

/** What Linux tells of the thread that opens it: nanoseconds on a core, nanoseconds of waiting for one, turns. */
const SCHEDULE = "/proc/thread-self/schedstat";

/** How long the event loop was held, milliseconds, the longest times. */
export interface LoopHolds {
  /**
   * From look to look, without waiting for a core that others had: work of this thread, and waiting for a disk or for threads that clear its memory. 0 where
   * the system does not tell.
   */
  readonly held: { readonly p99: number; readonly most: number };
  /** Of that, work of this thread: other work on the machine hardly changes it. */
  readonly worked: { readonly p99: number; readonly most: number };
  readonly looks: number;
}

/** A watch over the event loop of this thread. Linux only. */
export class LoopWatch {
  readonly #file = openSync(SCHEDULE, "r");
  readonly #text = Buffer.alloc(128);
  readonly #held: number[] = [];
  readonly #worked: number[] = [];
  readonly #timer: NodeJS.Timeout;
  #last = this.#look();

  /** Begins to watch. */
  constructor() {
    this.#timer = setInterval(() => this.#note(), EVERY_MS);
  }

  /** Ends it; what has held the loop up to this very moment counts. */
  end(): LoopHolds {
    clearInterval(this.#timer);
    this.#note();
    closeSync(this.#file);
    return { held: longest(this.#held), worked: longest(this.#worked), looks: this.#held.length };
  }

  #note(): void {
    const now = this.#look();
    this.#held.push(now.atMs - this.#last.atMs - (now.waitedMs - this.#last.waitedMs) - EVERY_MS);
    this.#worked.push(now.workedMs - this.#last.workedMs);
    this.#last = now;
  }

  #look(): { readonly atMs: number; readonly workedMs: number; readonly waitedMs: number } {
    const length = readSync(this.#file, this.#text, 0, this.#text.length, 0);
    const [worked = 0, waited = 0] = this.#text.toString("latin1", 0, length).split(" ").map(Number);
    return { atMs: performance.now(), workedMs: worked / 1e6, waitedMs: waited / 1e6 };
  }
}

function longest(times: number[]): { readonly p99: number; readonly most: number } {
  const ranked = times.toSorted((p, q) => p - q);
  const at = (share: number): number => Math.max(0, ranked[Math.floor(share * (ranked.length - 1))] ?? 0);
  return { p99: at(0.99), most: at(1) };
}
