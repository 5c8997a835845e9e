import type { PairVerdict, Segment } from "../../verdict/verdict.js";

/** A moment that both sides show, on each side's own clock, seconds. */
export interface SharedMoment {
  readonly a: number;
  readonly b: number;
}

/** How far the times of two pictures may lie apart and still show the same moment, seconds. */
const SAME_MOMENT_SECONDS = 0.13;

/** Steps between the pictures of a filmstrip, seconds. */
const STRIP_STEPS = [0.5, 1, 2, 4, 8, 16, 32, 64];

/** The most pictures in the row of a filmstrip. */
const MAX_STRIP_PICTURES = 12;

/** Seconds that one picture of a filmstrip stands for. */
export function stripStepSeconds(durationSeconds: number): number {
  return (
    STRIP_STEPS.find((step) => durationSeconds / step <= MAX_STRIP_PICTURES) ??
    durationSeconds / MAX_STRIP_PICTURES
  );
}

/**
 * The moments the row of a filmstrip shows, the middle of each step. The steps are a fixed grid, not one stretched to the
 * duration: then a repeat with another ending shows the same moments as its original.
 */
export function stripTimes(durationSeconds: number): number[] {
  if (durationSeconds === 0) return [0];
  const step = stripStepSeconds(durationSeconds);
  const count = Math.max(1, Math.round(durationSeconds / step));
  return Array.from({ length: count }, (_, place) => Math.min((place + 0.5) * step, durationSeconds));
}

/** The moment at which a pair is shown first: the picture of a's row nearest to the middle of the best segment. */
export function bestMoment(pair: PairVerdict, durationSecondsOfA: number): SharedMoment | undefined {
  const segment = bestSegment(pair.segments);
  if (segment === undefined) return undefined;
  const [from, to] = segment.a;
  const middle = (from + to) / 2;
  const inside = stripTimes(durationSecondsOfA).filter((time) => time >= from && time <= to);
  const a = inside.sort((p, q) => Math.abs(p - middle) - Math.abs(q - middle))[0] ?? middle;
  return { a, b: timeOnB(a, segment) };
}

/** The moments both sides have a picture of, in order of time; undefined times are not guessed. */
export function shownMoments(
  pair: PairVerdict,
  timesOfA: readonly number[],
  timesOfB: readonly number[],
): SharedMoment[] {
  // The pictures of one side may have come before those of the other.
  if (timesOfB.length === 0) return [];
  return timesOfA
    .flatMap((a) => {
      const segment = pair.segments.find(({ a: [from, to] }) => a >= from && a <= to);
      if (segment === undefined) return [];
      const b = nearest(timesOfB, timeOnB(a, segment));
      return Math.abs(b - timeOnB(a, segment)) <= SAME_MOMENT_SECONDS ? [{ a, b }] : [];
    })
    .sort((p, q) => p.a - q.a);
}

/** The time nearest to one; the list must not be empty. */
export function nearest(times: readonly number[], time: number): number {
  return times.reduce((best, each) => (Math.abs(each - time) < Math.abs(best - time) ? each : best));
}

/** True where a picture taken at one time may stand for another time. */
export function isSameMoment(p: number, q: number): boolean {
  return Math.abs(p - q) <= SAME_MOMENT_SECONDS;
}

function bestSegment(segments: readonly Segment[]): Segment | undefined {
  const worth = ({ a: [from, to], similarity }: Segment): number => similarity * Math.max(0.1, to - from);
  return [...segments].sort((p, q) => worth(q) - worth(p))[0];
}

function timeOnB(timeOnA: number, { a, b }: Segment): number {
  const length = a[1] - a[0];
  return length === 0 ? b[0] : b[0] + ((timeOnA - a[0]) / length) * (b[1] - b[0]);
}
