import { timeWeight } from "../../../../verdict/weights.js";
import type { PagePair } from "../../page-data.js";

/** One axis of time for both sides, on which what is the same footage lies at the same place. Shares run from 0 to 1. */
export interface TimeAxis {
  /** The place of a time on a's own clock, seconds. */
  readonly placeOnA: (timeSeconds: number) => number;
  /** The place of a time on b's own clock, seconds. */
  readonly placeOnB: (timeSeconds: number) => number;
}

/** The axis of a pair: a's clock, with b moved by the offset and paced by the speed that were found. */
export function timeAxis(pair: PagePair, secondsOfA: number, secondsOfB: number): TimeAxis {
  const { offsetSeconds, speed } = pair.transform;
  const onAClock = (time: number) => (time - offsetSeconds) * speed;
  const from = Math.min(0, onAClock(0));
  const length = Math.max(secondsOfA, onAClock(secondsOfB), from + 0.1) - from;
  return {
    placeOnA: (time) => (time - from) / length,
    placeOnB: (time) => (onAClock(time) - from) / length,
  };
}

/** A stretch of one side. */
export interface Stretch {
  /** Seconds on the side's own clock. */
  readonly from: number;
  readonly to: number;
  /** Shown on the other side too. */
  readonly matched: boolean;
  /** What each second of it weighs; see `verdict/weights.ts`. */
  readonly weight: number;
}

/** A side cut where a match begins or ends and where the weight changes, in order. */
export function stretchesOf(pair: PagePair, side: "a" | "b", durationSeconds: number): Stretch[] {
  const spans = pair.segments.map((segment) => segment[side]);
  const cuts = [0, durationSeconds / 2, durationSeconds, ...spans.flat()]
    .filter((time) => time >= 0 && time <= durationSeconds)
    .sort((p, q) => p - q);
  return cuts.slice(1).flatMap((to, place) => {
    const from = cuts[place] ?? 0;
    if (to - from < 0.01) return [];
    const middle = (from + to) / 2;
    const matched = spans.some(([start, end]) => middle >= start && middle < end);
    return [{ from, to, matched, weight: timeWeight(middle, durationSeconds) }];
  });
}
