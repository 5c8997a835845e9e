import { commonTime } from "./common-time.js";
import type { Evidence } from "./evidence.js";

/** What a way must show: so much common time (see `commonTime`), or at least `least` and common motion. */
export interface Bar {
  readonly enough: number;
  readonly least: number;
}

/**
 * For the query's own likeliest guesses, before the reference is asked for its own. Of the true pairs that are found the lowest without common motion has 0.37 (0.46 on the tuning half of the
 * clips), of the strangers that pass a glance two in three stay below.
 */
export const OWN_GUESS: Bar = { enough: 0.3, least: 0 };

/**
 * For a way to be fitted again, which takes as long as all before it. Of the true pairs that are found the lowest without common motion has 0.50, with it 0.21 (0.51 and 0.50 on the tuning
 * half); of the strangers that are followed six in seven stay below.
 */
export const FITTED_AGAIN: Bar = { enough: 0.4, least: 0.17 };

/** Correlation of motion that strangers hardly reach; true pairs with little common time have 0.87 and more. */
const COMMON_MOTION = 0.6;

/** Whether a way through time promises that the two show the same. */
export function isPromising(evidence: Evidence, { enough, least }: Bar): boolean {
  const common = commonTime(evidence);
  return common >= enough || (common >= least && evidence.commonMotion.correlation >= COMMON_MOTION);
}
