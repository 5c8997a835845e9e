import { type Affine, determinant } from "../picture/affine.js";

/** Linear scale of one side against the other, at most; picture-in-picture to a half with a crop comes to 2.9. */
const MAX_SCALE = 3.2;

/** Stretch of one axis against the other, at most. */
const MAX_STRETCH = 1.9;

/** Cosine between the images of the axes, at most: no editor shears, a stretch after a turn does a little. */
const MAX_SHEAR = 0.25;

/** Whether an editing program would make such a map; a fit that wandered off to find some likeness does not look like one. */
export function isPlausible(map: Affine): boolean {
  const scale = Math.sqrt(Math.abs(determinant(map)));
  const lengthX = Math.hypot(map.a, map.d);
  const lengthY = Math.hypot(map.b, map.e);
  const stretch = lengthX / lengthY;
  return (
    scale < MAX_SCALE &&
    scale > 1 / MAX_SCALE &&
    stretch < MAX_STRETCH &&
    stretch > 1 / MAX_STRETCH &&
    shearOf(map) < MAX_SHEAR
  );
}

/** Cosine between the images of the axes, 0 to 1: 0 where squares stay rectangles. */
export function shearOf({ a, b, d, e }: Affine): number {
  return Math.abs(a * b + d * e) / (Math.hypot(a, d) * Math.hypot(b, e));
}
