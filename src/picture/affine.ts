/**
 * An affine map of the plane, `(x, y) -> (a x + b y + c, d x + e y + f)`. Coordinates are pixels of a stored picture measured
 * from its middle, so a turn is a turn whatever the picture's shape, and pictures of about equal area have about equal units.
 */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** `outer` after `inner`. */
export function compose(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.b * inner.d,
    b: outer.a * inner.b + outer.b * inner.e,
    c: outer.a * inner.c + outer.b * inner.f + outer.c,
    d: outer.d * inner.a + outer.e * inner.d,
    e: outer.d * inner.b + outer.e * inner.e,
    f: outer.d * inner.c + outer.e * inner.f + outer.f,
  };
}

/** Signed area scale of the map; negative for a mirror image. */
export function determinant(map: Affine): number {
  return map.a * map.e - map.b * map.d;
}

/** The inverse map. The determinant must not be 0. */
export function invert(map: Affine): Affine {
  const scale = 1 / determinant(map);
  const a = map.e * scale;
  const b = -map.b * scale;
  const d = -map.d * scale;
  const e = map.a * scale;
  return { a, b, c: -(a * map.c + b * map.f), d, e, f: -(d * map.c + e * map.f) };
}

/** The map that leaves every point where it is. */
export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };
