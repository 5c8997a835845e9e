import type { Transform } from "../../verdict/verdict.js";

/** A side of a pair. */
export type Side = "a" | "b";

/** Both sides, in the order they are shown. */
export const SIDES: readonly Side[] = ["a", "b"];

/** One clock for both sides of a pair, a's: what is the same footage is shown at the same time. Seconds. */
export interface StepClock {
  /** Where the first of both begins; below 0 where that is b. */
  readonly from: number;
  /** Where the last of both ends. */
  readonly to: number;
  /** What a side shows at a moment of the clock, on the side's own clock; outside of its duration: nothing. */
  timeOf(side: Side, seconds: number): number;
  /** How fast a side plays while the clock runs at its own speed. */
  rateOf(side: Side): number;
}

/** The clock of a pair, by the offset and the speed that were found. */
export function stepClock(
  { offsetSeconds, speed }: Pick<Transform, "offsetSeconds" | "speed">,
  durationSeconds: Readonly<Record<Side, number>>,
): StepClock {
  const onAClock = (timeOfB: number) => (timeOfB - offsetSeconds) * speed;
  return {
    from: Math.min(0, onAClock(0)),
    to: Math.max(durationSeconds.a, onAClock(durationSeconds.b)),
    timeOf: (side, seconds) => (side === "a" ? seconds : seconds / speed + offsetSeconds),
    rateOf: (side) => (side === "a" ? 1 : 1 / speed),
  };
}
