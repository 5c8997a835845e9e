/** Columns and rows of a picture, all four included. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a pixel lies in a box. */
export const isIn = ({ left, right, top, bottom }: Box, column: number, row: number): boolean =>
  column >= left && column <= right && row >= top && row <= bottom;

/** The box of greatest sum; what is NaN adds nothing. Undefined where no sum is above 0. */
export function likeliestBox(
  values: Float32Array,
  width: number,
): (Box & { readonly sum: number }) | undefined {
  const height = values.length / width;
  let best: (Box & { readonly sum: number }) | undefined;
  const columns = new Float64Array(width);
  for (let top = 0; top < height; top++) {
    columns.fill(0);
    for (let bottom = top; bottom < height; bottom++) {
      // Kadane's scan along the sums of the rows so far.
      let [sum, left] = [0, 0];
      for (let x = 0; x < width; x++) {
        columns[x] = columns[x]! + (values[bottom * width + x]! || 0);
        if (sum <= 0) {
          sum = 0;
          left = x;
        }
        sum += columns[x]!;
        if (sum > 0 && (best === undefined || sum > best.sum)) best = { left, right: x, top, bottom, sum };
      }
    }
  }
  return best;
}
