import type { Affine } from "../picture/affine.js";
import { shearOf } from "./plausible.js";

/** How far a map is from one that only turns, mirrors, scales and shifts: the greater of its stretch (of its logarithm) and its shear, from 0. */
export function offSquare(map: Affine): number {
  const stretch = Math.hypot(map.a, map.d) / Math.hypot(map.b, map.e);
  return Math.max(Math.abs(Math.log(stretch)), shearOf(map));
}

/** The nearest map that only turns, mirrors, scales and shifts. */
export function squared({ a, b, c, d, e, f }: Affine): Affine {
  const side = a * e - b * d < 0 ? -1 : 1;
  const along = (a + side * e) / 2;
  const across = (d - side * b) / 2;
  return { a: along, b: -side * across, c, d: across, e: side * along, f };
}
