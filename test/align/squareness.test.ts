import { describe, expect, it } from "vitest";
import { offSquare, squared } from "../../src/align/squareness.js";
import { type Affine, compose } from "../../src/picture/affine.js";

const turn = (degrees: number, scale = 1): Affine => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    a: scale * cos,
    b: -scale * sin,
    c: 3,
    d: scale * sin,
    e: scale * cos,
    f: -2,
  };
};
const MIRROR: Affine = { a: -1, b: 0, c: 0, d: 0, e: 1, f: 0 };
const STRETCH: Affine = { a: 0.8, b: 0, c: 0, d: 0, e: 1, f: 0 };

describe("squareness", () => {
  it.each([
    ["a turn", turn(8, 0.7)],
    ["a quarter turn", turn(90)],
    ["a mirror image, turned", compose(MIRROR, turn(-12, 1.3))],
  ])("is whole in %s, which squaring leaves as it is", (_, map) => {
    expect(offSquare(map)).toBeCloseTo(0, 9);
    for (const part of ["a", "b", "c", "d", "e", "f"] as const)
      expect(squared(map)[part]).toBeCloseTo(map[part], 9);
  });

  it.each([
    ["a stretch", STRETCH, Math.log(1 / 0.8)],
    ["a stretch of a mirror image", compose(STRETCH, MIRROR), Math.log(1 / 0.8)],
    ["a shear", { ...turn(0), b: 0.1 }, 0.0995],
  ])("is wanting in %s, and is whole once squared", (_, map, by) => {
    expect(offSquare(map)).toBeCloseTo(by, 3);
    expect(offSquare(squared(map))).toBeCloseTo(0, 9);
  });
});
