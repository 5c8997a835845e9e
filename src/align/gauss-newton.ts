import type { Affine } from "../picture/affine.js";
import { solveSimilar } from "./similar-step.js";
import { solveSymmetric } from "./solve.js";
import { type HeldPairs, sumStep } from "./step-pairs.js";
import { UNKNOWNS } from "./step-sums.js";

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

/** Slopes hold for a pixel or two: a longer step is shortened to this many pixels. */
const LONGEST_STEP = 2.5;

/** Pixels that must overlap for a step to be taken, share of all. */
const MIN_OVERLAP = 0.08;

/** Gains beyond these are no light change: the pictures have nothing in common. */
const GAIN = { least: 0.1, most: 10 };

/** Keeps the equations solvable where a picture has structure in one direction only. */
const RIDGE = 1.001;

/**
 * One Gauss-Newton step towards the map from the reference's pixels to the query's, over all pairs at once (Lucas and Kanade 1981, in the
 * forward-additive form of Baker and Matthews 2004), with gain and bias free. Each pixel is weighted by `1 / (1 + (residual / spread)²)`,
 * so that overlays do not pull. Undefined where the pictures lose each other.
 */
export function gaussNewtonStep(
  pairs: HeldPairs,
  map: Affine,
  spread: number,
  freedom: Freedom = "affine",
): Step | undefined {
  const { normal, right, squares, residuals, seen } = sumStep(pairs, map, spread);
  if (seen < MIN_OVERLAP * pairs.count * pairs.width * pairs.height) return undefined;
  const weights = normal[UNKNOWNS + 1]!;
  const sum = right[1]!;
  const covariance = right[0]! - (normal[1]! * sum) / weights;
  const variances = (normal[0]! - normal[1]! ** 2 / weights) * (squares - sum ** 2 / weights);
  for (let i = 0; i < UNKNOWNS; i++) normal[i * UNKNOWNS + i] = normal[i * UNKNOWNS + i]! * RIDGE + 1e-6;
  const solution =
    freedom === "affine" ? solveSymmetric(normal, right, UNKNOWNS) : solveSimilar(normal, right);
  const gain = solution?.[0] ?? 0;
  if (solution === undefined || gain < GAIN.least || gain > GAIN.most) return undefined;
  return {
    ...moveBy(map, solution.subarray(2), gain, pairs),
    correlation: covariance / Math.sqrt(Math.max(1e-9, variances)),
    residual: residuals / weights,
  };
}

function moveBy(
  map: Affine,
  solution: Float64Array,
  gain: number,
  size: { readonly width: number; readonly height: number },
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
