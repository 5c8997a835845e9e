/** Side of the square a view is sampled to before its transform, pixels. */
export const VIEW_SIDE = 24;

/** Lowest frequencies kept per axis. */
export const FREQUENCIES = 8;

/**
 * Values of a descriptor: all kept frequencies but the mean. It is the lowest DCT coefficients of a square view, signed square roots of them (large edges must not drown
 * everything else), of unit length; `values[v * FREQUENCIES + u - 1]` for column frequency u and row frequency v.
 */
export const DESCRIPTOR_LENGTH = FREQUENCIES * FREQUENCIES - 1;

/** Orthonormal DCT-II: how much of frequency `u` pixel `x` of a view's side has. */
export function basis(u: number, x: number): number {
  return Math.sqrt((u === 0 ? 1 : 2) / VIEW_SIDE) * Math.cos((Math.PI * (2 * x + 1) * u) / (2 * VIEW_SIDE));
}

/**
 * Below this length of the coefficients (luma levels, orthonormal) a view is flat and proves nothing: a
 * standard deviation of about 4 levels over the view.
 */
export const FLAT_NORM = 4 * VIEW_SIDE;
