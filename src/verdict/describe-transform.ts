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
  const { fullX, fullY } = fullScales((angle * 180) / Math.PI, reference, query);
  const angleDegrees = rounded((angle * 180) / Math.PI, 1);
  return {
    mirrored,
    angleDegrees: angleDegrees === -180 ? 180 : angleDegrees,
    zoom: rounded(Math.sqrt((scaleX / fullX) * (scaleY / fullY))),
    stretch: rounded(scaleX / scaleY),
    shift: { x: rounded(map.c / query.width, 3), y: rounded(map.f / query.height, 3) },
    ...describeClock(line ?? { speed: 1, offsetSeconds: 0 }),
  };
}

/** Speed and offset as a transform tells them. */
export function describeClock({
  speed,
  offsetSeconds,
}: TimeLine): Pick<Transform, "speed" | "offsetSeconds"> {
  return { speed: rounded(speed), offsetSeconds: rounded(offsetSeconds) };
}

/**
 * The map a transform describes, from the reference's pixels to the query's, both from their middles: what {@link describeTransform} took
 * apart, but for what it rounded away. The sizes may be any that keep the pictures' shapes.
 */
export function mapOfTransform(transform: Transform, reference: Size, query: Size): Affine {
  const { mirrored, angleDegrees, zoom, stretch, shift = { x: 0, y: 0 } } = transform;
  const radians = (angleDegrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const { fullX, fullY } = fullScales(angleDegrees, reference, query);
  const scaleX = zoom * Math.sqrt(fullX * fullY * stretch);
  const scaleY = zoom * Math.sqrt((fullX * fullY) / stretch);
  const side = mirrored ? -1 : 1;
  return {
    ...{ a: side * scaleX * cosine, b: -scaleY * sine, c: shift.x * query.width },
    ...{ d: side * scaleX * sine, e: scaleY * cosine, f: shift.y * query.height },
  };
}

/** The scales at which the reference, turned so, would fill the query's picture. */
function fullScales(
  angleDegrees: number,
  reference: Size,
  query: Size,
): { readonly fullX: number; readonly fullY: number } {
  const quarter = Math.abs(Math.sin((angleDegrees * Math.PI) / 180)) > Math.SQRT1_2;
  return {
    fullX: (quarter ? query.height : query.width) / reference.width,
    fullY: (quarter ? query.width : query.height) / reference.height,
  };
}
