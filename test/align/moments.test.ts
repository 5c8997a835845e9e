import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeInTime } from "../../src/align/moments.js";

const TIMES = [0.25, 0.75, 1.25, 2.5, 3.5];

describe("placeInTime", () => {
  it.each([
    [0.25, 0],
    [0.5, 0.5],
    [1.25, 2],
    [2, 2.6],
    [3.5, 4],
  ])("puts %f s at place %f", (time, place) => {
    expect(placeInTime(TIMES, time)).toBeCloseTo(place, 9);
  });

  it("reaches half a step beyond the ends, and no further", () => {
    expect(placeInTime(TIMES, 0)).toBe(0);
    expect(placeInTime(TIMES, 3.9)).toBe(4);
    expect(placeInTime(TIMES, -0.3)).toBeUndefined();
    expect(placeInTime(TIMES, 4.3)).toBeUndefined();
  });

  it("never goes back as time goes on", () => {
    const times = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(times, times, (p, q) => {
        const before = placeInTime(TIMES, Math.min(p, q))!;
        const after = placeInTime(TIMES, Math.max(p, q))!;
        expect(before).toBeLessThanOrEqual(after);
      }),
    );
  });

  it("takes the only moment of a still for any time", () => {
    expect(placeInTime([0], 0.3)).toBe(0);
    expect(placeInTime([0], 200)).toBe(0);
  });
});
