import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE_LENGTHS, sampleAt } from "../../src/fingerprint/sampling-policy.js";

const END = SAMPLE_LENGTHS.at(-1)!.untilSeconds;

describe("sampling grid", () => {
  it.each([
    [0, 0, 0.25],
    [0.499, 0, 0.25],
    [0.5, 1, 0.75],
    [29.99, 59, 29.75],
    [30, 60, 30.5],
    [119.99, 149, 119.5],
    [120, 150, 122],
    [599.9, 269, 598],
  ])("puts %f s into sample %i, whose middle is %f s", (time, index, middleSeconds) => {
    expect(sampleAt(time)).toEqual({ index, middleSeconds });
  });

  it("numbers samples in order of time, and each holds its middle", () => {
    const times = fc.double({ min: 0, max: END - 0.001, noNaN: true });
    fc.assert(
      fc.property(times, times, (p, q) => {
        const [before, after] = [sampleAt(Math.min(p, q)), sampleAt(Math.max(p, q))];
        expect(before.index).toBeLessThanOrEqual(after.index);
        expect(before.middleSeconds).toBeLessThanOrEqual(after.middleSeconds);
        expect(sampleAt(before.middleSeconds)).toEqual(before);
      }),
    );
  });

  it("does not lose frames on a boundary to rounding", () => {
    for (let frame = 0; frame < 240; frame++) expect(sampleAt(frame * (1 / 8)).index).toBe(frame >> 2);
  });
});
