import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Affine, compose, determinant, invert } from "../../src/picture/affine.js";

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const shift = fc.double({ min: -60, max: 60, noNaN: true });
const maps: fc.Arbitrary<Affine> = fc.record({ a: entry, b: entry, c: shift, d: entry, e: entry, f: shift });
const invertible = maps.filter((map) => Math.abs(determinant(map)) > 0.05);
const points = fc.record({ x: shift, y: shift });

const apply = (map: Affine, { x, y }: { x: number; y: number }) => ({
  x: map.a * x + map.b * y + map.c,
  y: map.d * x + map.e * y + map.f,
});

const expectSame = (p: { x: number; y: number }, q: { x: number; y: number }) => {
  expect(p.x).toBeCloseTo(q.x, 6);
  expect(p.y).toBeCloseTo(q.y, 6);
};

describe("affine maps", () => {
  it("compose as one map after the other", () => {
    fc.assert(
      fc.property(maps, maps, points, (outer, inner, point) => {
        expectSame(apply(compose(outer, inner), point), apply(outer, apply(inner, point)));
      }),
    );
  });

  it("lead back by their inverse, from either side", () => {
    fc.assert(
      fc.property(invertible, points, (map, point) => {
        expectSame(apply(compose(invert(map), map), point), point);
        expectSame(apply(compose(map, invert(map)), point), point);
      }),
    );
  });

  it("multiply their area scales when composed; a mirror image has a negative one", () => {
    fc.assert(
      fc.property(maps, maps, (p, q) => {
        expect(determinant(compose(p, q))).toBeCloseTo(determinant(p) * determinant(q), 6);
      }),
    );
    expect(determinant({ a: -1, b: 0, c: 9, d: 0, e: 1, f: 9 })).toBe(-1);
  });
});
