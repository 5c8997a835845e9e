import { describe, expect, it } from "vitest";
import { VIEW_SIDE } from "../../src/signature/dct.js";
import { sampleView, viewMap, viewOf } from "../../src/signature/view.js";
import { drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { turned, zoomed } from "../synthetic/picture-edits.js";

const SIZE = { width: 36, height: 64 };
const WHOLE = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

const meanDifference = (p: Float32Array, q: Float32Array) =>
  p.reduce((sum, value, at) => sum + Math.abs(value - q[at]!), 0) / p.length;

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

describe("sampleView", () => {
  const clip = footage(1);
  const picture = drawPicture(clip, 0, 64);

  it("has one size whatever it shows", () => {
    expect(sampleView(picture, WHOLE)).toHaveLength(VIEW_SIDE ** 2);
  });

  it("sees in a crop of the original what a zoom shows in full", () => {
    const crop = sampleView(picture, { ...WHOLE, width: 0.8, height: 0.8 });
    const zoom = sampleView(drawPicture(zoomed(clip, 1 / 0.8), 0, 64), WHOLE);
    expect(meanDifference(crop, zoom)).toBeLessThan(6);
  });

  it("sees upright what was turned, through a view turned as far", () => {
    const middle = { ...WHOLE, width: 0.6, height: 0.6 };
    const tilted = sampleView(drawPicture(turned(clip, 10), 0, 64), { ...middle, angleDegrees: 10 });
    expect(meanDifference(tilted, sampleView(picture, middle))).toBeLessThan(6);
  });
});
