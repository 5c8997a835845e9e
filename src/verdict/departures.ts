import type { LightMap } from "./light-map.js";
import { type PairedPictures, quantiles } from "./paired-pictures.js";

/**
 * What two pictures of the same footage may differ by: a floor, what coarse luma steps add to it, a misfit of this many pixels, and this
 * share of what moves (samples of two files are not of the very same moment). Luma levels.
 */
const FLOOR = 2;
const STEPS = 0.25;
const MISFIT_PIXELS = 0.3;
const MISTIMED = 0.7;

/** Share of a change of light that may be wrongly fitted: the corners of a vignette fall off faster than any curve. */
const MISLIT = 0.15;

/** Captions change: a pixel that departs in a quarter of the moments counts as well, if it does so by more. */
const UPPER = { share: 0.75, allowance: 2 };

/** What one moment alone adds to that allowance, a share of it; many moments share it, since the median over them is steadier. */
const FEW_MOMENTS = 1;

/**
 * How far b departs from a, pixel by pixel of the stage, in multiples of what re-encoding, a slight misfit and motion explain; NaN where only one
 * of them reaches. The median over the moments: what is there for less than half of the time is not told.
 */
export function measureDepartures(pictures: PairedPictures, light: LightMap, lumaStep: number): Float32Array {
  const { width, height, moments, reference, query, motion } = pictures;
  const [usual, upper] = quantiles(
    moments.map((moment) =>
      moment.query.map((value, at) => Math.abs(value - light.lumaOf(at, moment.reference[at]!))),
    ),
    width * height,
    [0.5, UPPER.share],
  ) as [Float32Array, Float32Array];
  const residuals = usual.map((residual, at) => Math.max(residual, upper[at]! / UPPER.allowance));
  const allowance = 1 + FEW_MOMENTS / moments.length;
  const floor = FLOOR + STEPS * lumaStep;
  return residuals.map((residual, at) => {
    if (Number.isNaN(reference[at]! + query[at]!)) return Number.NaN;
    const slope = steepness(reference, at, width);
    const lit = MISLIT * (light.lumaOf(at, reference[at]!) - reference[at]!);
    return residual / allowance / Math.hypot(floor, MISFIT_PIXELS * slope, MISTIMED * motion[at]!, lit);
  });
}

/** Slope of the picture at a pixel, luma levels a pixel; at the edge of what is common, that on the inner side. */
function steepness(values: Float32Array, at: number, width: number): number {
  return Math.hypot(slopeAlong(values, at, 1), slopeAlong(values, at, width));
}

function slopeAlong(values: Float32Array, at: number, step: number): number {
  const value = values[at]!;
  const [before, after] = [values[at - step] ?? Number.NaN, values[at + step] ?? Number.NaN];
  if (Number.isNaN(before)) return Number.isNaN(after) ? 0 : after - value;
  return Number.isNaN(after) ? value - before : (after - before) / 2;
}
