/** Side of the square a view is sampled to before its transform, pixels. */
export const VIEW_SIDE = 24;

/** Lowest frequencies kept per axis. */
export const FREQUENCIES = 8;

/** Values of a descriptor: all kept frequencies but the mean. */
export const DESCRIPTOR_LENGTH = FREQUENCIES * FREQUENCIES - 1;

/** `BASIS[u * VIEW_SIDE + x]`: orthonormal DCT-II. */
const BASIS = Float32Array.from({ length: FREQUENCIES * VIEW_SIDE }, (_, k) => {
  const u = Math.floor(k / VIEW_SIDE);
  const x = k % VIEW_SIDE;
  return Math.sqrt((u === 0 ? 1 : 2) / VIEW_SIDE) * Math.cos((Math.PI * (2 * x + 1) * u) / (2 * VIEW_SIDE));
});

/**
 * Below this length of the coefficients (luma levels, orthonormal) a view is flat and proves nothing: a
 * standard deviation of about 4 levels over the view.
 */
const FLAT_NORM = 4 * VIEW_SIDE;

/**
 * The lowest DCT coefficients of a square view without the mean, signed square roots (large edges must not drown
 * everything else), unit length; `values[v * FREQUENCIES + u - 1]` for column frequency u and row frequency v.
 * Undefined for a flat view.
 */
export function describeView(view: ArrayLike<number>): Float32Array | undefined {
  const rows = new Float32Array(VIEW_SIDE * FREQUENCIES);
  for (let y = 0; y < VIEW_SIDE; y++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let x = 0; x < VIEW_SIDE; x++) sum += view[y * VIEW_SIDE + x]! * BASIS[u * VIEW_SIDE + x]!;
      rows[y * FREQUENCIES + u] = sum;
    }
  }
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  let energy = 0;
  let rooted = 0;
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = v === 0 ? 1 : 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let y = 0; y < VIEW_SIDE; y++) sum += rows[y * FREQUENCIES + u]! * BASIS[v * VIEW_SIDE + y]!;
      energy += sum * sum;
      rooted += Math.abs(sum);
      values[v * FREQUENCIES + u - 1] = Math.sign(sum) * Math.sqrt(Math.abs(sum));
    }
  }
  if (energy < FLAT_NORM * FLAT_NORM) return undefined;
  const scale = 1 / Math.sqrt(rooted);
  for (let k = 0; k < DESCRIPTOR_LENGTH; k++) values[k] = values[k]! * scale;
  return values;
}
