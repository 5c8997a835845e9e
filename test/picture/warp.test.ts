import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Affine, invert } from "../../src/picture/affine.js";
import { type Plane, warp } from "../../src/picture/warp.js";
import { drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";

const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };

const side = fc.integer({ min: 2, max: 20 });
const planes: fc.Arbitrary<Plane> = fc
  .tuple(side, side)
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((values) => ({ width, height, values })),
  );

const rotation = (degrees: number): Affine => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { a: cos, b: -sin, c: 0, d: sin, e: cos, f: 0 };
};

describe("warp", () => {
  it("changes nothing under the identity", () => {
    fc.assert(
      fc.property(planes, (plane) => {
        expect(Array.from(warp(plane, IDENTITY, plane.width, plane.height))).toEqual(
          Array.from(plane.values),
        );
      }),
    );
  });

  it("moves whole pixels under a whole shift; what comes from outside is NaN", () => {
    fc.assert(
      fc.property(planes, fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (plane, c, f) => {
        const { width, height, values } = plane;
        const moved = warp(plane, { ...IDENTITY, c, f }, width, height);
        for (const [at, value] of moved.entries()) {
          const x = (at % width) + c;
          const y = Math.floor(at / width) + f;
          const inside = x >= 0 && y >= 0 && x < width && y < height;
          expect(value).toBe(inside ? values[y * width + x] : Number.NaN);
        }
      }),
    );
  });

  it("takes the nearest edge pixel for outside points when edges are clamped", () => {
    const plane: Plane = { width: 3, height: 2, values: [1, 2, 3, 4, 5, 6] };
    expect(Array.from(warp(plane, { ...IDENTITY, c: 9 }, 3, 2, true))).toEqual([3, 3, 3, 6, 6, 6]);
  });

  it("interpolates between pixels", () => {
    const plane: Plane = { width: 2, height: 2, values: [0, 100, 40, 60] };
    expect(Array.from(warp(plane, IDENTITY, 1, 1))).toEqual([50]);
  });

  it("reads a picture backwards under a half turn", () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const half = { ...IDENTITY, a: -1, e: -1 };
        const expected = Array.from(plane.values).reverse();
        expect(Array.from(warp(plane, half, plane.width, plane.height))).toEqual(expected);
      }),
    );
  });

  it("leads back when turned there and back, but for what interpolation smooths", () => {
    const { width, height, luma } = drawPicture(footage(1), 0);
    const there = warp({ width, height, values: luma }, rotation(11), width, height, true);
    const back = warp({ width, height, values: there }, invert(rotation(11)), width, height);
    const errorOf = (turned: Float32Array) => {
      let sum = 0;
      // Only the middle: the corners were outside on the way.
      const places = [...turned.keys()].filter(
        (at) => Math.hypot((at % width) - width / 2, Math.floor(at / width) - height / 2) < width / 3,
      );
      for (const at of places) sum += Math.abs(turned[at]! - luma[at]!);
      return sum / places.length;
    };
    expect(errorOf(back)).toBeLessThan(5);
    expect(errorOf(there)).toBeGreaterThan(15);
  });
});
