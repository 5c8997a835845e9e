import type { Affine } from "../picture/affine.js";
import { type Plane, warp } from "../picture/warp.js";
import { solveSimilar } from "./similar-step.js";
import { solveSymmetric } from "./solve.js";

/** Two pictures of one size that nearly lie on each other, and the slopes of the second. */
export interface StepPair {
  readonly reference: Plane;
  readonly query: Plane;
  readonly slopeX: Plane;
  readonly slopeY: Plane;
}

/** One step of a fit. */
export interface Step {
  readonly map: Affine;
  /** Weighted correlation before the step, -1 to 1. */
  readonly correlation: number;
  /** Weighted mean absolute residual before the step, luma levels. */
  readonly residual: number;
  /** How far the step would move the picture's corners, pixels. */
  readonly moved: number;
}

/** What a step may change: anything that keeps lines straight and parallel, or only turn, scale and place. */
export type Freedom = "affine" | "similar";

/** Unknowns of one step: gain, bias and six of the map. */
const UNKNOWNS = 8;

/** Slopes hold for a pixel or two: a longer step is shortened to this many pixels. */
const LONGEST_STEP = 2.5;

/** Pixels that must overlap for a step to be taken, share of all. */
const MIN_OVERLAP = 0.08;

/** Gains beyond these are no light change: the pictures have nothing in common. */
const GAIN = { least: 0.1, most: 10 };

/** Keeps the equations solvable where a picture has structure in one direction only. */
const RIDGE = 1.001;

/** Central differences along both axes; 0 on the border. */
export function slopes({ width, height, values }: Plane): {
  slopeX: Plane;
  slopeY: Plane;
} {
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x > 0 && x < width - 1) dx[at] = (values[at + 1]! - values[at - 1]!) / 2;
      if (y > 0 && y < height - 1) dy[at] = (values[at + width]! - values[at - width]!) / 2;
    }
  }
  return {
    slopeX: { width, height, values: dx },
    slopeY: { width, height, values: dy },
  };
}

/**
 * One Gauss-Newton step towards the map from the reference's pixels to the query's, over all pairs at once (Lucas and Kanade 1981, in the
 * forward-additive form of Baker and Matthews 2004), with gain and bias free. Each pixel is weighted by `1 / (1 + (residual / spread)²)`,
 * so that overlays do not pull. Undefined where the pictures lose each other.
 */
export function gaussNewtonStep(
  pairs: readonly StepPair[],
  map: Affine,
  spread: number,
  freedom: Freedom = "affine",
): Step | undefined {
  const normal = new Float64Array(UNKNOWNS * UNKNOWNS);
  const right = new Float64Array(UNKNOWNS);
  const row = new Float64Array(UNKNOWNS);
  let pixels = 0;
  let seen = 0;
  let weights = 0;
  let residuals = 0;
  let sum = 0;
  let squares = 0;
  for (const { reference, query, slopeX, slopeY } of pairs) {
    const { width, height, values } = reference;
    const onto = (plane: Plane) => warp(plane, map, width, height);
    const [queryValues, gradientX, gradientY] = [onto(query), onto(slopeX), onto(slopeY)];
    pixels += width * height;
    for (let y = 0, at = 0; y < height; y++) {
      const py = y - (height - 1) / 2;
      for (let x = 0; x < width; x++, at++) {
        const q = queryValues[at]!;
        const r = values[at]!;
        const gx = gradientX[at]!;
        const gy = gradientY[at]!;
        const residual = Math.abs(r - q);
        // Missing on either side, or beside what is missing.
        if (!(residual + gx + gy > Number.NEGATIVE_INFINITY)) continue;
        const px = x - (width - 1) / 2;
        const weight = 1 / (1 + (residual / spread) ** 2);
        seen++;
        weights += weight;
        residuals += weight * residual;
        sum += weight * r;
        squares += weight * r * r;
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
  if (seen < MIN_OVERLAP * pixels) return undefined;
  const covariance = right[0]! - (normal[1]! * sum) / weights;
  const variances = (normal[0]! - normal[1]! ** 2 / weights) * (squares - sum ** 2 / weights);
  for (let i = 0; i < UNKNOWNS; i++) normal[i * UNKNOWNS + i] = normal[i * UNKNOWNS + i]! * RIDGE + 1e-6;
  const solution =
    freedom === "affine" ? solveSymmetric(normal, right, UNKNOWNS) : solveSimilar(normal, right);
  const gain = solution?.[0] ?? 0;
  if (solution === undefined || gain < GAIN.least || gain > GAIN.most) return undefined;
  return {
    ...moveBy(map, solution.subarray(2), gain, pairs[0]!.reference),
    correlation: covariance / Math.sqrt(Math.max(1e-9, variances)),
    residual: residuals / weights,
  };
}

function moveBy(
  map: Affine,
  solution: Float64Array,
  gain: number,
  size: Plane,
): { map: Affine; moved: number } {
  const [a, b, c, d, e, f] = Array.from(solution, (value) => value / gain) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const moved = Math.max(
    Math.abs(c) + (Math.abs(a) * size.width + Math.abs(b) * size.height) / 2,
    Math.abs(f) + (Math.abs(d) * size.width + Math.abs(e) * size.height) / 2,
  );
  const k = Math.min(1, LONGEST_STEP / moved);
  return {
    map: {
      a: map.a + k * a,
      b: map.b + k * b,
      c: map.c + k * c,
      d: map.d + k * d,
      e: map.e + k * e,
      f: map.f + k * f,
    },
    moved,
  };
}
