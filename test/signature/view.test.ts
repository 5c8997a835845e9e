import { describe, expect, it } from "vitest";
import { viewMap, viewOf } from "../../src/signature/view.js";

const SIZE = { width: 36, height: 64 };
const WHOLE = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

describe("viewMap", () => {
  it("leads the corners of the unit square to the corners of the region", () => {
    const { a, b, c, d, e, f } = viewMap(viewOf({ x: 0, y: 0.25, width: 0.5, height: 0.5 }), SIZE);
    const corner = (x: number, y: number) => [a * x + b * y + c, d * x + e * y + f];
    expect(corner(-0.5, -0.5)).toEqual([-18, -16]);
    expect(corner(0.5, 0.5)).toEqual([0, 16]);
  });

  it("turns clockwise about the view's own middle", () => {
    const { a, d, c, f } = viewMap({ ...WHOLE, centreX: 0.75, angleDegrees: 90 }, SIZE);
    expect([c, f]).toEqual([9, 0]);
    expect([a, d].map((value) => Math.round(value))).toEqual([0, 36]);
  });
});
