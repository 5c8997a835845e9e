import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdPairs, type StepPair, sumStep } from "../../src/align/step-pairs.js";
import { ground } from "../synthetic/footage.js";
import { plainSums } from "./plain-step.js";

/** A picture around 0 with a corner that is missing. */
function plane(seed: number, width: number, height: number, missing: number) {
  const paint = ground(seed);
  return {
    width,
    height,
    values: Float32Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return x + y < missing ? Number.NaN : paint(x / width, y / height) - 128;
    }),
  };
}

const near = (centre: number, by: number) => fc.double({ min: centre - by, max: centre + by, noNaN: true });

const map = fc.record({
  ...{ a: near(1, 0.2), b: near(0, 0.2), c: near(0, 5) },
  ...{ d: near(0, 0.2), e: near(1, 0.2), f: near(0, 5) },
});

/** Pixels within which rounding to 32 bits may decide whether a point lies on a picture. */
const EDGE = 1e-4;

describe("the sums of a step", () => {
  it.each([
    [36, 64],
    [24, 18],
    [42, 30],
    [13, 7],
  ])("are those of plain code, %i x %i pixels", (width, height) => {
    fc.assert(
      fc.property(
        map,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 12 }),
        near(40, 30),
        (affine, count, missing, spread) => {
          const pairs = Array.from(
            { length: count },
            (_, number): StepPair => ({
              reference: plane(number, width, height, missing),
              query: plane(number, width, height, 12 - missing),
            }),
          );
          const exact = plainSums(pairs, affine, spread);
          const sums = sumStep(holdPairs(pairs), affine, spread);
          // A point on the very edge may be in or out.
          const seenBeside = (by: number) =>
            plainSums(pairs, { ...affine, c: affine.c + by, f: affine.f + by }, spread).seen;
          fc.pre([-EDGE, EDGE].every((by) => seenBeside(by) === exact.seen));
          expect(sums.seen).toBe(exact.seen);
          expect(sums.squares).toBeCloseTo(exact.squares, -2);
          const size = (at: number) => Math.sqrt(exact.normal[at * 9]! * exact.squares);
          for (const [at, value] of exact.right.entries())
            expect(Math.abs(sums.right[at]! - value)).toBeLessThanOrEqual(1e-4 * size(at) + 1e-3);
          for (let i = 0; i < 8; i++) {
            for (let j = i; j < 8; j++) {
              const whole = Math.sqrt(exact.normal[i * 9]! * exact.normal[j * 9]!);
              const difference = Math.abs(sums.normal[i * 8 + j]! - exact.normal[i * 8 + j]!);
              expect(difference).toBeLessThanOrEqual(1e-4 * whole + 1e-3);
            }
          }
          expect(sums.residuals).toBeCloseTo(exact.residuals, 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("see nothing where the map leads elsewhere", () => {
    const pair = { reference: plane(1, 24, 24, 0), query: plane(1, 24, 24, 0) };
    const away = { a: 1, b: 0, c: 100, d: 0, e: 1, f: 0 };
    expect(sumStep(holdPairs([pair]), away, 40).seen).toBe(0);
  });
});
