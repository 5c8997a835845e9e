import { type Affine, compose, determinant } from "../picture/affine.js";
import type { Picture } from "../picture/picture.js";
import { fittedSize } from "../picture/resample.js";
import { warp } from "../picture/warp.js";

/** Pixels of the stage: as many as the coarser side has there, so that neither is compared finer than it was seen, within these. */
const STAGE_PIXELS = { least: 900, most: 2304 };

/** The side of a cell, pixels: some 25 to 64 cells to a stage. */
export const CELL = 6;

/**
 * The common ground of two creatives under a map: a grid laid over the part of the reference that the query shows, on which the
 * samples of both are drawn. What is compared lies pixel on pixel.
 */
export interface Stage {
  /** Pixels; multiples of `CELL`. */
  readonly width: number;
  readonly height: number;
  /** From stage pixels (from the middle) to the pixels of either side. */
  readonly toReference: Affine;
  readonly toQuery: Affine;
  /** Share of each side's picture that the overlap covers, 0 to 1. */
  readonly referenceArea: number;
  readonly queryArea: number;
}

/** The size of a picture, pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lays the stage, `scale` times as fine, for a map from reference to query pixels; undefined where they hardly overlap. */
export function layStage(r: Size, q: Size, map: Affine, scale = 1): Stage | undefined {
  const isInside = (x: number, y: number): boolean => {
    const px = x - (r.width - 1) / 2;
    const py = y - (r.height - 1) / 2;
    return (
      Math.abs(map.a * px + map.b * py + map.c) <= q.width / 2 &&
      Math.abs(map.d * px + map.e * py + map.f) <= q.height / 2
    );
  };
  let [left, right, top, bottom] = [r.width, 0, r.height, 0];
  let inside = 0;
  for (let y = 0; y < r.height; y++) {
    // What a row has in common is in one piece: only its ends are looked for.
    let [first, end] = [0, r.width];
    while (first < end && !isInside(first, y)) first++;
    if (first === end) continue;
    while (!isInside(end - 1, y)) end--;
    inside += end - first;
    left = Math.min(left, first);
    right = Math.max(right, end);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  if (right - left < 4 || bottom - top < 4) return undefined;
  const seen = inside * Math.min(1, Math.abs(determinant(map)));
  const pixels = Math.min(STAGE_PIXELS.most, Math.max(STAGE_PIXELS.least, seen)) * scale ** 2;
  const fitted = fittedSize(right - left, bottom - top, pixels);
  const width = Math.max(2, Math.round(fitted.width / CELL)) * CELL;
  const height = Math.max(2, Math.round(fitted.height / CELL)) * CELL;
  const toReference: Affine = {
    a: (right - left) / width,
    b: 0,
    c: (left + right - r.width) / 2,
    d: 0,
    e: (bottom - top) / height,
    f: (top + bottom - r.height) / 2,
  };
  const referenceArea = inside / (r.width * r.height);
  const queryArea = Math.min(1, (inside * Math.abs(determinant(map))) / (q.width * q.height));
  return { width, height, toReference, toQuery: compose(map, toReference), referenceArea, queryArea };
}

/** A picture drawn on the stage, lightly smoothed; NaN where it does not reach, or the `ground` (1 where to draw) does not. */
export function drawOnStage(
  stage: Stage,
  { width, height, luma: values }: Picture,
  map: Affine,
  ground?: Uint8Array,
): Float32Array {
  const drawn = warp({ width, height, values }, map, stage.width, stage.height);
  ground?.forEach((belongs, at) => {
    if (belongs === 0) drawn[at] = Number.NaN;
  });
  return smooth(drawn, stage.width, stage.height);
}

/** A 3x3 binomial filter: what is left of a misfit of a third of a pixel should not count. */
function smooth(values: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let at = 0, x = 0; at < values.length; at++) {
    const value = values[at]!;
    across[at] = binomial(value, x > 0 ? values[at - 1]! : value, x < width - 1 ? values[at + 1]! : value);
    if (++x === width) x = 0;
  }
  const both = new Float32Array(values.length);
  for (let at = 0, last = (height - 1) * width; at < values.length; at++) {
    const value = across[at]!;
    both[at] = binomial(
      value,
      at >= width ? across[at - width]! : value,
      at < last ? across[at + width]! : value,
    );
  }
  return both;
}

/** An edge of the picture (NaN beside it) keeps its own value. */
function binomial(value: number, before: number, after: number): number {
  return (
    0.5 * value +
    0.25 * (Number.isNaN(before) ? value : before) +
    0.25 * (Number.isNaN(after) ? value : after)
  );
}
