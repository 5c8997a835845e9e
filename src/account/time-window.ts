import type { DeliveredCreative } from "./delivered.js";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Tells where creatives stand in time, seen from one moment. */
export class TimeWindow {
  /** Milliseconds since 1970. */
  readonly #asOf: number;

  constructor(asOf: Date) {
    this.#asOf = asOf.getTime();
  }

  /** When a creative was published, milliseconds since 1970; the moment itself where that is not known. */
  publishedAt({ publishedAt }: DeliveredCreative): number {
    return publishedAt === undefined ? this.#asOf : Date.parse(publishedAt);
  }

  /** False for what was published after the moment: seen from it, it does not exist. */
  exists(creative: DeliveredCreative): boolean {
    return this.publishedAt(creative) <= this.#asOf;
  }

  /** True for what was published in the last `days` before the moment; the oldest instant counts. */
  isWithin(days: number, creative: DeliveredCreative): boolean {
    return this.exists(creative) && this.#asOf - this.publishedAt(creative) <= days * DAY_MILLISECONDS;
  }

  /** True when `earlier` was published at most `days` before `later`. */
  isNear(days: number, earlier: DeliveredCreative, later: DeliveredCreative): boolean {
    return this.publishedAt(later) - this.publishedAt(earlier) <= days * DAY_MILLISECONDS;
  }
}
