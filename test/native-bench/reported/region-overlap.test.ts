import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regionOverlap } from "../../../native-bench/accuracy/reported/region-overlap.js";

const square = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });

describe("regionOverlap", () => {
  it("is intersection over union", () => {
    expect(regionOverlap([square(0, 0, 0.4)], [square(0.2, 0, 0.4)])).toBeCloseTo(1 / 3);
    expect(regionOverlap([square(0, 0, 0.4)], [square(0, 0, 0.2)])).toBeCloseTo(1 / 4);
    expect(regionOverlap([square(0, 0, 0.4)], [square(0.5, 0.5, 0.4)])).toBe(0);
  });

  it("counts a place once, however many rectangles lie on it", () => {
    const captions = [
      { x: 0.2, y: 0.8, width: 0.6, height: 0.1 },
      { x: 0.1, y: 0.8, width: 0.8, height: 0.1 },
    ];
    expect(regionOverlap(captions, [{ x: 0.1, y: 0.8, width: 0.8, height: 0.1 }])).toBeCloseTo(1);
  });

  it("holds a place that was reported without reason against the report", () => {
    expect(regionOverlap([square(0, 0, 0.2)], [square(0, 0, 0.2), square(0.5, 0.5, 0.3)])).toBeCloseTo(
      4 / 13,
    );
  });

  it("is 0 where one of the two is empty", () => {
    expect(regionOverlap([], [])).toBe(0);
    expect(regionOverlap([square(0, 0, 0.2)], [])).toBe(0);
  });

  it("is symmetrical, and 1 for a set and itself in pieces", () => {
    const region = fc
      .tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
      .map(([x, y, width, height]) => ({ x, y, width, height }));
    const regions = fc.array(region, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(regions, regions, (one, other) => {
        expect(regionOverlap(one, other)).toBeCloseTo(regionOverlap(other, one));
        const halves = one.flatMap(({ width, ...rest }) => [
          { ...rest, width: width / 2 },
          { ...rest, x: rest.x + width / 2, width: width / 2 },
        ]);
        expect(regionOverlap(one, halves)).toBeCloseTo(1);
      }),
    );
  });
});
