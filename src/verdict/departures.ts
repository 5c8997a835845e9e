import type { LightMap } from "./light-map.js";
import { medians, type PairedPictures } from "./paired-pictures.js";

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

/** What one moment alone adds to that allowance, a share of it; many moments share it, since the median over them is steadier. */
const FEW_MOMENTS = 1;

/**
 * How far b departs from a, pixel by pixel of the stage, in multiples of what re-encoding, a slight misfit and motion explain; NaN where only one
 * of them reaches. The median over the moments: what is there for less than half of the time is not told.
 */
export function measureDepartures(pictures: PairedPictures, light: LightMap, lumaStep: number): Float32Array {
  const { width, height, moments, reference, query, motion } = pictures;
  const residuals = medians(
    moments.map((moment) =>
      moment.query.map((value, at) => Math.abs(value - light.lumaOf(at, moment.reference[at]!))),
    ),
    width * height,
  );
  const allowance = 1 + FEW_MOMENTS / moments.length;
  const floor = FLOOR + STEPS * lumaStep;
  return residuals.map((residual, at) => {
    if (isOnEdge(at, width, height) || Number.isNaN(reference[at]! + query[at]!)) return Number.NaN;
    const slope = steepness(reference, at, width);
    const lit = MISLIT * (light.lumaOf(at, reference[at]!) - reference[at]!);
    return residual / allowance / Math.hypot(floor, MISFIT_PIXELS * slope, MISTIMED * motion[at]!, lit);
  });
}

/** What lies on the edge of the common ground is mixed with what is beside it. */
function isOnEdge(at: number, width: number, height: number): boolean {
  const [x, y] = [at % width, Math.floor(at / width)];
  return x === 0 || y === 0 || x === width - 1 || y === height - 1;
}

function steepness(values: Float32Array, at: number, width: number): number {
  const across = (values[at + 1]! - values[at - 1]!) / 2;
  const down = (values[at + width]! - values[at - width]!) / 2;
  return Math.hypot(across || 0, down || 0);
}
