import { solveSymmetric } from "./solve.js";

/**
 * The unknowns of a step that move together where a map may turn, scale and shift only, each with its sign: gain, bias, scale (a and e), turn (b against d),
 * and the shift.
 */
const BOUND: readonly (readonly (readonly [unknown: number, sign: number])[])[] = [
  [[0, 1]],
  [[1, 1]],
  [
    [2, 1],
    [6, 1],
  ],
  [
    [3, -1],
    [5, 1],
  ],
  [[4, 1]],
  [[7, 1]],
];

/**
 * Solves the normal equations of a step, of which the upper triangle is given (gain, bias, a, b, c, d, e, f), for a change that neither stretches
 * nor shears; as many unknowns come back. Undefined where they are singular.
 */
export function solveSimilar(normal: Float64Array, right: Float64Array): Float64Array | undefined {
  const size = right.length;
  const full = (i: number, j: number) => normal[Math.min(i, j) * size + Math.max(i, j)]!;
  const bound = new Float64Array(BOUND.length ** 2);
  const boundRight = new Float64Array(BOUND.length);
  for (const [k, rows] of BOUND.entries()) {
    for (const [i, sign] of rows) {
      boundRight[k] = boundRight[k]! + sign * right[i]!;
      for (const [l, columns] of BOUND.entries()) {
        const at = k * BOUND.length + l;
        for (const [j, other] of columns) bound[at] = bound[at]! + sign * other * full(i, j);
      }
    }
  }
  const solution = solveSymmetric(bound, boundRight, BOUND.length);
  if (solution === undefined) return undefined;
  const out = new Float64Array(size);
  for (const [k, rows] of BOUND.entries()) for (const [i, sign] of rows) out[i] = sign * solution[k]!;
  return out;
}
