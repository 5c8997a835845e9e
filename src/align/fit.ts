import type { Affine } from "../picture/affine.js";
import type { Picture } from "../picture/picture.js";
import { resample } from "../picture/resample.js";
import { type Plane, warp } from "../picture/warp.js";
import { solveSymmetric } from "./solve.js";

/** Two pictures that are thought to show the same moment. */
export interface PicturePair {
  readonly reference: Picture;
  readonly query: Picture;
}

/** A fitted map and how well it fits. */
export interface Fit {
  /** From the reference's pixels to the query's. */
  readonly map: Affine;
  /** Query contrast over reference contrast, and brightness added, luma levels: `query ≈ gain · reference + bias`. */
  readonly gain: number;
  readonly bias: number;
  /** Weighted correlation of the pictures where they overlap, -1 to 1. */
  readonly correlation: number;
}

/** Unknowns of one step: gain, bias and six of the map. */
const UNKNOWNS = 8;

/** Pixels that must overlap for a step to be taken, share of the reference's. */
const MIN_OVERLAP = 0.08;

interface Level {
  readonly reference: Plane;
  readonly query: Plane;
  readonly slopeX: Plane;
  readonly slopeY: Plane;
}

function level(pair: PicturePair, scale: number): Level {
  const shrink = (picture: Picture): Plane => {
    const width = Math.max(4, Math.round(picture.width * scale));
    const height = Math.max(4, Math.round(picture.height * scale));
    return { width, height, values: resample(picture.luma, picture, width, height) };
  };
  const query = shrink(pair.query);
  const { slopeX, slopeY } = slopes(query);
  return { reference: shrink(pair.reference), query, slopeX, slopeY };
}

/** Central differences. */
function slopes({ width, height, values }: Plane): { slopeX: Plane; slopeY: Plane } {
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x > 0 && x < width - 1) dx[at] = (values[at + 1]! - values[at - 1]!) / 2;
      if (y > 0 && y < height - 1) dy[at] = (values[at + width]! - values[at - width]!) / 2;
    }
  }
  return { slopeX: { width, height, values: dx }, slopeY: { width, height, values: dy } };
}

/**
 * Fits the map that leads from the reference's pixels to the query's, over all pairs at once: Gauss-Newton on luma with gain and
 * bias free (Lucas and Kanade 1981, in the forward-additive form of Baker and Matthews 2004), pixels weighted down by
 * their residual so that overlays do not pull. Half size first, then full size. Undefined where the pictures lose each other.
 */
export function fitMap(
  pairs: readonly PicturePair[],
  start: Affine,
  steps: { readonly coarse: number; readonly fine: number },
): Fit | undefined {
  let map = start;
  let fit: Fit | undefined;
  for (const [scale, count] of [
    [0.5, steps.coarse],
    [1, steps.fine],
  ] as const) {
    if (count === 0) continue;
    const levels = pairs.map((pair) => level(pair, scale));
    let spread = 40;
    for (let step = 0; step < count; step++) {
      const outcome = gaussNewtonStep(levels, map, scale, spread);
      if (outcome === undefined) return undefined;
      fit = {
        map,
        gain: 1 / outcome.gain,
        bias: -outcome.bias / outcome.gain,
        correlation: outcome.correlation,
      };
      map = outcome.map;
      spread = Math.max(4, 2 * outcome.residual);
      if (outcome.moved < 0.02 * scale) break;
    }
  }
  return fit === undefined ? undefined : { ...fit, map };
}

interface Step {
  readonly map: Affine;
  /** Reference luma is about `gain` times query luma plus `bias`. */
  readonly gain: number;
  readonly bias: number;
  readonly correlation: number;
  /** Mean absolute residual, luma levels of the reference. */
  readonly residual: number;
  /** How far the step would move the picture's corners, pixels of the level. */
  readonly moved: number;
}

/** Slopes hold for a pixel or two: a longer step is shortened to this many pixels. */
const LONGEST_STEP = 2.5;

function gaussNewtonStep(
  levels: readonly Level[],
  map: Affine,
  scale: number,
  spread: number,
): Step | undefined {
  const scaled: Affine = { ...map, c: map.c * scale, f: map.f * scale };
  const planes = levels.map(({ reference, query, slopeX, slopeY }) => {
    const onto = (plane: Plane) => warp(plane, scaled, reference.width, reference.height);
    return { reference, query: onto(query), slopeX: onto(slopeX), slopeY: onto(slopeY) };
  });
  const light = matchLight(planes);
  if (light === undefined) return undefined;
  const normal = new Float64Array(UNKNOWNS * UNKNOWNS);
  const right = new Float64Array(UNKNOWNS);
  const row = new Float64Array(UNKNOWNS);
  let weights = 0;
  let residuals = 0;
  let referenceSum = 0;
  let referenceSquares = 0;
  for (const { reference, query, slopeX, slopeY } of planes) {
    const { width, height, values } = reference;
    for (let y = 0, at = 0; y < height; y++) {
      const py = y - (height - 1) / 2;
      for (let x = 0; x < width; x++, at++) {
        const q = query[at]!;
        if (Number.isNaN(q)) continue;
        const px = x - (width - 1) / 2;
        const r = values[at]!;
        const residual = Math.abs(r - light.gain * q - light.bias);
        const weight = 1 / (1 + (residual / spread) ** 2);
        weights += weight;
        residuals += weight * residual;
        referenceSum += weight * r;
        referenceSquares += weight * r * r;
        const gx = slopeX[at]!;
        const gy = slopeY[at]!;
        row[0] = q;
        row[1] = 1;
        row[2] = gx * px;
        row[3] = gx * py;
        row[4] = gx;
        row[5] = gy * px;
        row[6] = gy * py;
        row[7] = gy;
        for (let i = 0; i < UNKNOWNS; i++) {
          const wi = weight * row[i]!;
          right[i] = right[i]! + wi * r;
          for (let j = i; j < UNKNOWNS; j++)
            normal[i * UNKNOWNS + j] = normal[i * UNKNOWNS + j]! + wi * row[j]!;
        }
      }
    }
  }
  for (let i = 0; i < UNKNOWNS; i++) normal[i * UNKNOWNS + i] = normal[i * UNKNOWNS + i]! * 1.001 + 1e-6;
  const solution = solveSymmetric(normal, right, UNKNOWNS);
  const gain = solution?.[0];
  if (solution === undefined || gain === undefined || gain < 0.1 || gain > 10) return undefined;
  const [a, b, c, d, e, f] = Array.from(solution.subarray(2), (value) => value / gain) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const { width, height } = levels[0]!.reference;
  const moved = Math.max(
    Math.abs(c) + (Math.abs(a) * width + Math.abs(b) * height) / 2,
    Math.abs(f) + (Math.abs(d) * width + Math.abs(e) * height) / 2,
  );
  const k = Math.min(1, LONGEST_STEP / moved);
  const next: Affine = {
    a: map.a + k * a,
    b: map.b + k * b,
    c: map.c + (k * c) / scale,
    d: map.d + k * d,
    e: map.e + k * e,
    f: map.f + (k * f) / scale,
  };
  const covariance = right[0]! - (normal[1]! * referenceSum) / weights;
  const queryVariance = normal[0]! / 1.001 - normal[1]! ** 2 / weights;
  const referenceVariance = referenceSquares - referenceSum ** 2 / weights;
  const correlation = covariance / Math.sqrt(Math.max(1e-9, queryVariance * referenceVariance));
  return { map: next, gain, bias: solution[1]!, correlation, residual: residuals / weights, moved };
}

/** Gain and bias that lead from query to reference luma over all pixels that overlap; undefined where too few do or one side is flat. */
function matchLight(
  planes: readonly { readonly reference: Plane; readonly query: Float32Array }[],
): { gain: number; bias: number } | undefined {
  let pixels = 0;
  let overlap = 0;
  let sumQ = 0;
  let sumR = 0;
  let sumQQ = 0;
  let sumQR = 0;
  let sumRR = 0;
  for (const { reference, query } of planes) {
    pixels += query.length;
    for (let at = 0; at < query.length; at++) {
      const q = query[at]!;
      if (Number.isNaN(q)) continue;
      const r = reference.values[at]!;
      overlap++;
      sumQ += q;
      sumR += r;
      sumQQ += q * q;
      sumQR += q * r;
      sumRR += r * r;
    }
  }
  if (overlap < MIN_OVERLAP * pixels) return undefined;
  const varianceQ = sumQQ - (sumQ * sumQ) / overlap;
  const varianceR = sumRR - (sumR * sumR) / overlap;
  if (varianceQ < overlap || varianceR < overlap) return undefined;
  // The ratio of deviations, not the regression: a poor start must not make everything grey.
  const gain = Math.min(4, Math.max(0.25, Math.sqrt(varianceR / varianceQ)));
  return { gain, bias: (sumR - gain * sumQ) / overlap };
}
