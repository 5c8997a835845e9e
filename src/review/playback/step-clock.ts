import type { Segment, Transform } from "../../verdict/verdict.js";
import { sharedSegments } from "./shared-segments.js";

/** A side of a pair. */
export type Side = "a" | "b";

/** Both sides, in the order they are shown. */
export const SIDES: readonly Side[] = ["a", "b"];

/** What a side shows at a moment of the clock. */
export interface Shown {
  /** On the side's own clock. */
  readonly seconds: number;
  /** How fast it plays while the clock runs at its own speed; 0 where it waits for the other side. */
  readonly rate: number;
}

/**
 * One clock for both sides of a pair, from 0: it goes through all of both, shows the same footage of both at the same time, at a's speed,
 * and lets one side wait where the other has something that it lacks.
 */
export interface StepClock {
  /** How long it runs, seconds. */
  readonly seconds: number;
  /** What a side shows at a moment of the clock, seconds. */
  at(side: Side, moment: number): Shown;
}

/** What a side does in a part of the clock: waits at its beginning, plays on from there, waits at its end. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  /** Seconds it waits first. */
  readonly delay: number;
}

type Part = Readonly<Record<Side, Run>> & { readonly begin: number; readonly end: number };

/** The clock of a pair, by the segments that were found, each with its own offset and speed. */
export function stepClock(
  pair: {
    readonly segments: readonly Segment[];
    readonly transform: Pick<Transform, "offsetSeconds" | "speed">;
  },
  durationSeconds: Readonly<Record<Side, number>>,
): StepClock {
  const parts: Part[] = [];
  const append = (a: Omit<Run, "delay">, b: Omit<Run, "delay">, endTogether = false): void => {
    const begin = parts.at(-1)?.end ?? 0;
    const [ofA, ofB] = [lengthOf(a), lengthOf(b)];
    const seconds = Math.max(ofA, ofB);
    if (seconds <= 0) return;
    const late = (length: number) => (endTogether ? seconds - length : 0);
    parts.push({ begin, end: begin + seconds, a: { ...a, delay: late(ofA) }, b: { ...b, delay: late(ofB) } });
  };
  const segments = sharedSegments(pair, durationSeconds);
  const [first] = segments;
  // Where the footage differs, b goes on at the speed it had; before the first segment at the one it will have.
  let [endOfA, endOfB, rate] = [0, 0, first === undefined ? 1 : rateOf(first)];
  for (const segment of segments) {
    const { a, b } = segment;
    // Shots in another order: b jumps, and what lies behind is not played between.
    append(
      { from: Math.min(endOfA, a[0]), to: a[0], rate: 1 },
      { from: Math.min(endOfB, b[0]), to: b[0], rate },
      segment === first,
    );
    rate = rateOf(segment);
    append({ from: a[0], to: a[1], rate: 1 }, { from: b[0], to: b[1], rate });
    [endOfA, endOfB] = [a[1], b[1]];
  }
  append({ from: endOfA, to: durationSeconds.a, rate: 1 }, { from: endOfB, to: durationSeconds.b, rate });
  return {
    seconds: parts.at(-1)?.end ?? 0,
    at(side, moment) {
      const part = parts.find(({ end }) => moment < end) ?? parts.at(-1);
      return part === undefined ? { seconds: 0, rate: 0 } : shownIn(part[side], moment - part.begin);
    },
  };
}

function shownIn({ from, to, rate, delay }: Run, seconds: number): Shown {
  const wanted = from + (seconds - delay) * rate;
  if (wanted < from) return { seconds: from, rate: 0 };
  return wanted >= to ? { seconds: to, rate: 0 } : { seconds: wanted, rate };
}

function lengthOf({ from, to, rate }: Omit<Run, "delay">): number {
  return Math.max(0, to - from) / rate;
}

function rateOf({ a, b }: Pick<Segment, "a" | "b">): number {
  return (b[1] - b[0]) / (a[1] - a[0]);
}
