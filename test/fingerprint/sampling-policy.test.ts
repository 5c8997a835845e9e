import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE_LENGTHS, sampleAt } from "../../src/fingerprint/sampling-policy.js";

const END = SAMPLE_LENGTHS.at(-1)!.untilSeconds;

describe("sampling grid", () => {
  it.each([
    [0, 0, 0.125, 0.25],
    [0.249, 0, 0.125, 0.25],
    [0.25, 1, 0.375, 0.25],
    [3.99, 15, 3.875, 0.25],
    [4, 16, 4.25, 0.5],
    [29.99, 67, 29.75, 0.5],
    [30, 68, 30.5, 1],
    [119.99, 157, 119.5, 1],
    [120, 158, 122, 4],
    [599.9, 277, 598, 4],
  ])(
    "puts %f s into sample %i, whose middle is %f s and which is %f s long",
    (time, index, middleSeconds, sampleSeconds) => {
      expect(sampleAt(time)).toEqual({ index, middleSeconds, sampleSeconds });
    },
  );

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
    for (let frame = 0; frame < 32; frame++) expect(sampleAt(frame * (1 / 8)).index).toBe(frame >> 1);
    for (let frame = 32; frame < 240; frame++) expect(sampleAt(frame * (1 / 8)).index).toBe(8 + (frame >> 2));
  });
});
