import type { TimeLine } from "../align/time-line.js";
import { type Affine, determinant } from "../picture/affine.js";
import type { Transform } from "./verdict.js";

/** The size of a picture, pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Two decimals: finer than any of it is measured. */
const rounded = (value: number, places = 2): number => Number(value.toFixed(places)) + 0;

/**
 * Reads mirror, angle, zoom and stretch from a fitted map. The map is taken apart as turn · mirror · scale (a polar decomposition; what
 * little shear there is goes into the angle). Zoom is relative to the query filling its picture with all of the reference in the same shape.
 */
export function describeTransform(
  map: Affine,
  reference: Size,
  query: Size,
  line: TimeLine | undefined,
): Transform {
  const mirrored = determinant(map) < 0;
  // A mirror image is described as a mirroring left to right, then a turn.
  const m = mirrored ? { ...map, a: -map.a, d: -map.d } : map;
  const angle = Math.atan2(m.d - m.b, m.a + m.e);
  const scaleX = Math.hypot(m.a, m.d);
  const scaleY = Math.hypot(m.b, m.e);
  const quarter = Math.abs(Math.sin(angle)) > Math.SQRT1_2;
  const fullX = (quarter ? query.height : query.width) / reference.width;
  const fullY = (quarter ? query.width : query.height) / reference.height;
  const angleDegrees = rounded((angle * 180) / Math.PI, 1);
  return {
    mirrored,
    angleDegrees: angleDegrees === -180 ? 180 : angleDegrees,
    zoom: rounded(Math.sqrt((scaleX / fullX) * (scaleY / fullY))),
    stretch: rounded(scaleX / scaleY),
    speed: rounded(line?.speed ?? 1),
    offsetSeconds: rounded(line?.offsetSeconds ?? 0),
  };
}
