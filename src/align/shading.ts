import type { Plane } from "../picture/warp.js";

/** Radius of a pixel's neighbourhood, share of the picture's mean side. */
const RADIUS = 0.15;

/** Deviation added to a neighbourhood's own, luma levels: flat places must not be blown up to noise. */
const FLOOR = 8;

/** Deviation that a textured neighbourhood is brought to, about, luma levels. */
const LEVEL = 24;

/** Sums over all rectangles from the top left corner, one row and column more than the picture; missing pixels add nothing. */
function rectangleSums({ width, height, values }: Plane, of: (value: number) => number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const value = values[y * width + x]!;
      if (!Number.isNaN(value)) row += of(value);
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
}

/**
 * Brings every neighbourhood of a picture to mean 0 and to about one contrast; missing pixels (NaN) stay missing and count in no neighbourhood.
 * Otherwise a fit explains vignettes, gamma and light that is not the same everywhere by moving the picture: on footage with a
 * vignette the fitted zoom was 0.55 where it is 1.
 */
export function withoutShading(plane: Plane): Plane {
  const { width, height } = plane;
  const radius = Math.max(2, Math.round(RADIUS * Math.sqrt(width * height)));
  const counts = rectangleSums(plane, () => 1);
  const sums = rectangleSums(plane, (value) => value);
  const squares = rectangleSums(plane, (value) => value * value);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const over = (table: Float64Array) =>
        table[bottom + right]! - table[top + right]! - table[bottom + left]! + table[top + left]!;
      const count = over(counts);
      const mean = over(sums) / count;
      const deviation = Math.sqrt(Math.max(0, over(squares) / count - mean * mean));
      values[y * width + x] = (LEVEL * (plane.values[y * width + x]! - mean)) / (deviation + FLOOR);
    }
  }
  return { width, height, values };
}
