import type { DeliveredCreative } from "./delivered.js";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Tells where creatives stand in time, seen from one moment. Moments are milliseconds since 1970. */
export class TimeWindow {
  readonly #asOf: number;

  constructor(asOf: Date) {
    this.#asOf = asOf.getTime();
  }

  /** When a creative was published; the moment it is seen from where that is not known. Parses a date: to be asked once for a creative. */
  momentOf({ publishedAt }: DeliveredCreative): number {
    return publishedAt === undefined ? this.#asOf : Date.parse(publishedAt);
  }

  /** False for what was published later: seen from here, it does not exist. */
  exists(moment: number): boolean {
    return moment <= this.#asOf;
  }

  /** True for what was published in the last `days`; the oldest instant counts. */
  isWithin(days: number, moment: number): boolean {
    return this.exists(moment) && this.#asOf - moment <= days * DAY_MILLISECONDS;
  }

  /** True when `earlier` was published at most `days` before `later`. */
  isNear(days: number, earlier: number, later: number): boolean {
    return later - earlier <= days * DAY_MILLISECONDS;
  }
}
