import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIDES, type StepClock, stepClock } from "../../../src/review/playback/step-clock.js";
import type { Segment } from "../../../src/verdict/verdict.js";

const NO_OFFSET = { offsetSeconds: 0, speed: 1 };
const segment = (a: [number, number], b: [number, number]): Segment => ({ a, b, similarity: 1 });
const both = (clock: StepClock, moment: number) => SIDES.map((side) => clock.at(side, moment));

describe("the clock of two videos in step", () => {
  it("lets the side that has less before the shared footage wait, so that it begins together", () => {
    const clock = stepClock({ transform: NO_OFFSET, segments: [segment([1, 9], [3, 11])] }, { a: 10, b: 11 });
    expect(both(clock, 1)).toEqual([
      { seconds: 0, rate: 0 },
      { seconds: 1, rate: 1 },
    ]);
    expect(both(clock, 3)).toEqual([
      { seconds: 1, rate: 1 },
      { seconds: 3, rate: 1 },
    ]);
    // b ends first, a goes on alone.
    expect(both(clock, 11.5)).toEqual([
      { seconds: 9.5, rate: 1 },
      { seconds: 11, rate: 0 },
    ]);
    expect(clock.seconds).toBe(12);
  });

  it("follows each segment with its own offset and speed, and shows what was put between them alone", () => {
    const segments = [segment([0, 4], [0, 4]), segment([4, 10], [6, 9])];
    const clock = stepClock({ transform: NO_OFFSET, segments }, { a: 10, b: 9 });
    expect(both(clock, 3).map(({ seconds }) => seconds)).toEqual([3, 3]);
    // Two seconds of b that a lacks: a waits.
    expect(both(clock, 5)).toEqual([
      { seconds: 4, rate: 0 },
      { seconds: 5, rate: 1 },
    ]);
    expect(both(clock, 8)).toEqual([
      { seconds: 6, rate: 1 },
      { seconds: 7, rate: 0.5 },
    ]);
    expect(clock.seconds).toBe(12);
  });

  it("plays a replaced part of both at once", () => {
    const segments = [segment([0, 4], [0, 4]), segment([7, 10], [7, 10])];
    const clock = stepClock({ transform: NO_OFFSET, segments }, { a: 10, b: 10 });
    expect(both(clock, 5.5).map(({ seconds }) => seconds)).toEqual([5.5, 5.5]);
    expect(clock.seconds).toBe(10);
  });

  it("jumps back where shots come in another order", () => {
    const segments = [segment([0, 5], [5, 10]), segment([5, 10], [0, 5])];
    const clock = stepClock({ transform: NO_OFFSET, segments }, { a: 10, b: 10 });
    // b's beginning comes first, alone: a has its like at the end only.
    expect(both(clock, 2).map(({ seconds }) => seconds)).toEqual([0, 2]);
    expect(both(clock, 7).map(({ seconds }) => seconds)).toEqual([2, 7]);
    expect(both(clock, 12).map(({ seconds }) => seconds)).toEqual([7, 2]);
  });

  it("goes by the offset and the speed where no segment was found", () => {
    const clock = stepClock({ transform: { offsetSeconds: 2, speed: 1.25 }, segments: [] }, { a: 10, b: 10 });
    // Two seconds of b come before a's first picture; they run at b's own speed in the shared footage.
    const moment = 2.5 + 5;
    expect(both(clock, moment).map(({ seconds }) => seconds)).toEqual([5, 6]);
    expect(clock.at("b", moment).rate).toBeCloseTo(0.8, 9);
  });

  it("shows all of a once, never beyond either end", () => {
    const cuts = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(cuts, (given) => {
        const segments = given
          .map(([p, q]) => [Math.min(p, q) * 10, Math.max(p, q) * 10] as const)
          .sort(([p], [q]) => p - q)
          .map(([from, to]) =>
            segment([from, Math.min(to, from + 1)], [from * 0.8, Math.min(to, from + 1) * 0.8]),
          );
        const clock = stepClock({ transform: NO_OFFSET, segments }, { a: 11, b: 9 });
        let moments = 0;
        for (let moment = 0; moment <= clock.seconds; moment += 0.1) {
          const [a, b] = both(clock, moment);
          expect(a?.seconds).toBeGreaterThanOrEqual(0);
          expect(a?.seconds).toBeLessThanOrEqual(11);
          expect(b?.seconds).toBeLessThanOrEqual(9);
          moments += (a?.rate ?? 0) * 0.1;
        }
        expect(moments).toBeGreaterThanOrEqual(10.7);
      }),
    );
  });
});
