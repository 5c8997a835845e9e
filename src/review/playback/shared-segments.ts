import type { Segment, Transform } from "../../verdict/verdict.js";

/** Beyond these rates a browser plays no video; a segment that would need them is an end of one picture, not footage. */
const RATES = { least: 0.25, most: 4 };

/** Matched stretches of time of both sides. */
export type SharedSegment = Pick<Segment, "a" | "b">;

/**
 * What both sides show, in the order of a: the matched segments that can be played. Where none was found, all of what the offset and the
 * speed lay over each other.
 */
export function sharedSegments(
  {
    segments,
    transform: { offsetSeconds, speed },
  }: {
    readonly segments: readonly Segment[];
    readonly transform: Pick<Transform, "offsetSeconds" | "speed">;
  },
  durationSeconds: Readonly<Record<"a" | "b", number>>,
): SharedSegment[] {
  const playable = segments.filter(isPlayable);
  if (playable.length > 0) return playable;
  const from = Math.max(0, -offsetSeconds * speed);
  const to = Math.min(durationSeconds.a, (durationSeconds.b - offsetSeconds) * speed);
  const whole: SharedSegment = {
    a: [from, to],
    b: [from / speed + offsetSeconds, to / speed + offsetSeconds],
  };
  return isPlayable(whole) ? [whole] : [];
}

function isPlayable({ a, b }: SharedSegment): boolean {
  const [ofA, ofB] = [a[1] - a[0], b[1] - b[0]];
  return ofA > 0 && ofB / ofA >= RATES.least && ofB / ofA <= RATES.most;
}
