import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrunkSize } from "../../src/picture/shrunk-size.js";

const side = fc.integer({ min: 1, max: 20_000 });

describe("shrunkSize", () => {
  it.each([
    [1080, 1920, 64, { width: 36, height: 64 }],
    [1920, 1080, 64, { width: 64, height: 36 }],
    [100, 100, 64, { width: 64, height: 64 }],
    [9000, 16, 64, { width: 64, height: 2 }],
    [30, 20, 60, { width: 60, height: 40 }],
  ])("of %i x %i to %i", (width, height, longSide, size) => {
    expect(shrunkSize({ width, height }, longSide)).toEqual(size);
  });

  it("keeps the shape, on sides that 4:2:0 can have", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const shrunk = shrunkSize({ width, height }, 64);
        expect(Math.max(shrunk.width, shrunk.height)).toBe(64);
        expect([shrunk.width % 2, shrunk.height % 2]).toEqual([0, 0]);
        const shorter = (64 * Math.min(width, height)) / Math.max(width, height);
        expect(Math.abs(Math.min(shrunk.width, shrunk.height) - Math.max(2, shorter))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
