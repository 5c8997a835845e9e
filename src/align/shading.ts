import type { Plane } from "../picture/warp.js";

/** Radius of a pixel's neighbourhood, share of the picture's mean side. */
const RADIUS = 0.15;

/** Deviation added to a neighbourhood's own, luma levels: flat places must not be blown up to noise. */
const FLOOR = 8;

/** Deviation that a textured neighbourhood is brought to, about, luma levels. */
const LEVEL = 24;

/** Sums over all rectangles from the top left corner, one row and column more than the picture; missing pixels add nothing. */
interface RectangleSums {
  readonly counts: Float64Array;
  readonly values: Float64Array;
  readonly squares: Float64Array;
}

function rectangleSums({ width, height, values }: Plane): RectangleSums {
  const row = width + 1;
  const [counts, sums, squares] = [0, 1, 2].map(() => new Float64Array(row * (height + 1))) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let y = 0; y < height; y++) {
    let [rowCount, rowSum, rowSquares] = [0, 0, 0];
    for (let x = 0; x < width; x++) {
      const value = values[y * width + x]!;
      if (!Number.isNaN(value)) {
        rowCount++;
        rowSum += value;
        rowSquares += value * value;
      }
      const above = y * row + x + 1;
      counts[above + row] = counts[above]! + rowCount;
      sums[above + row] = sums[above]! + rowSum;
      squares[above + row] = squares[above]! + rowSquares;
    }
  }
  return { counts, values: sums, squares };
}

/**
 * Brings every neighbourhood of a picture to mean 0 and to about one contrast; missing pixels (NaN) stay missing and count in no neighbourhood.
 * Otherwise a fit explains vignettes, gamma and light that is not the same everywhere by moving the picture: on footage with a
 * vignette the fitted zoom was 0.55 where it is 1.
 */
export function withoutShading(plane: Plane): Plane {
  const { width, height } = plane;
  const radius = Math.max(2, Math.round(RADIUS * Math.sqrt(width * height)));
  const sums = rectangleSums(plane);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const [from, to] = [top + left, bottom + right];
      const [upper, lower] = [top + right, bottom + left];
      const count = sums.counts[to]! - sums.counts[upper]! - sums.counts[lower]! + sums.counts[from]!;
      const mean =
        (sums.values[to]! - sums.values[upper]! - sums.values[lower]! + sums.values[from]!) / count;
      const square =
        (sums.squares[to]! - sums.squares[upper]! - sums.squares[lower]! + sums.squares[from]!) / count;
      const deviation = Math.sqrt(Math.max(0, square - mean * mean));
      values[y * width + x] = (LEVEL * (plane.values[y * width + x]! - mean)) / (deviation + FLOOR);
    }
  }
  return { width, height, values };
}
