import { VIEW_SIDE } from "./dct.js";
import { FLOAT_BYTES } from "./frequency-kernel.js";
import { POINT_BYTES } from "./point-kernel.js";
import { type View, viewMap } from "./view.js";

const POINT_WORDS = POINT_BYTES / FLOAT_BYTES;

/** Points of a view. */
export const VIEW_POINTS = VIEW_SIDE * VIEW_SIDE;

/**
 * Where a view's points lie in a picture, for `PointKernel`; points outside take the nearest edge pixel.
 *
 * @param planeAt where the picture's values begin in the memory, bytes; its rows follow each other without gaps
 */
export function pointsOf(
  view: View,
  { width, height }: { readonly width: number; readonly height: number },
  planeAt: number,
): Uint8Array {
  const shares = new Float32Array(VIEW_POINTS * POINT_WORDS);
  const words = new Uint32Array(shares.buffer);
  const { a, b, c, d, e, f } = viewMap(view, { width, height });
  for (let point = 0, at = 0; point < VIEW_POINTS; point++, at += POINT_WORDS) {
    const u = ((point % VIEW_SIDE) + 0.5) / VIEW_SIDE - 0.5;
    const v = (Math.floor(point / VIEW_SIDE) + 0.5) / VIEW_SIDE - 0.5;
    const x = Math.max(0, Math.min(width - 1, a * u + b * v + c + (width - 1) / 2));
    const y = Math.max(0, Math.min(height - 1, d * u + e * v + f + (height - 1) / 2));
    const left = Math.min(width - 2, Math.floor(x));
    const top = Math.min(height - 2, Math.floor(y));
    const [right, below] = [x - left, y - top];
    words[at] = planeAt + FLOAT_BYTES * (top * width + left);
    shares[at + 4] = (1 - right) * (1 - below);
    shares[at + 5] = right * (1 - below);
    shares[at + 6] = (1 - right) * below;
    shares[at + 7] = right * below;
  }
  return new Uint8Array(shares.buffer);
}
