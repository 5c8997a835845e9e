import { basis, FREQUENCIES, VIEW_SIDE } from "./dct.js";

/**
 * What an upright view takes of a line of pixels (a row or a column of a picture), sampled and transformed at once: both are sums over the pixels, so a view's frequency along the line is
 * one sum over the pixels it touches.
 */
export interface Stretch {
  /** The first pixel that is touched. */
  readonly first: number;
  /** Pixels from there on that may be touched. */
  readonly count: number;
  /** How much of each frequency each of these pixels has: `cosines[pixel * FREQUENCIES + frequency]`. */
  readonly cosines: Float32Array;
}

/**
 * The stretch of a view that is sampled at `VIEW_SIDE` points, between pixels in proportion; points outside the line take its nearest pixel.
 *
 * @param centre the middle of the view, share of the line
 * @param length the length of the view, share of the line
 * @param pixels of the line, at least two
 */
export function stretchOf(centre: number, length: number, pixels: number): Stretch {
  const places = Array.from({ length: VIEW_SIDE }, (_, point) => {
    const place = (centre + ((point + 0.5) / VIEW_SIDE - 0.5) * length) * pixels - 0.5;
    return Math.max(0, Math.min(pixels - 1, place));
  });
  const before = (place: number): number => Math.min(pixels - 2, Math.floor(place));
  const first = before(places[0]!);
  const count = before(places[VIEW_SIDE - 1]!) + 2 - first;
  const cosines = new Float32Array(count * FREQUENCIES);
  for (const [point, place] of places.entries()) {
    const pixel = before(place);
    const share = place - pixel;
    for (let u = 0, at = (pixel - first) * FREQUENCIES; u < FREQUENCIES; u++, at++) {
      const cosine = BASIS[point * FREQUENCIES + u]!;
      cosines[at] = cosines[at]! + cosine * (1 - share);
      cosines[at + FREQUENCIES] = cosines[at + FREQUENCIES]! + cosine * share;
    }
  }
  return { first, count, cosines };
}

const BASIS = Float64Array.from({ length: VIEW_SIDE * FREQUENCIES }, (_, at) =>
  basis(at % FREQUENCIES, Math.floor(at / FREQUENCIES)),
);
