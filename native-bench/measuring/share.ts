import { type Interval, wilsonInterval } from "./wilson-interval.js";

/** How many of those asked were right. */
export interface Share {
  readonly asked: number;
  readonly right: number;
  /** 0 to 1; NaN when nothing was asked. */
  readonly share: number;
  /** 95 %. */
  readonly interval: Interval;
}

/** Counts the answers; undefined ones were not asked for. */
export function shareOf(answers: Iterable<boolean | undefined>): Share {
  let [asked, right] = [0, 0];
  for (const answer of answers) {
    if (answer === undefined) continue;
    asked++;
    if (answer) right++;
  }
  return { asked, right, share: right / asked, interval: wilsonInterval(right, asked) };
}
