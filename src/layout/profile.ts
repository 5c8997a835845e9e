import type { TimeStatistics } from "./time-statistics.js";

/** What the lines (rows or columns) of a video look like over all its time, one number a line. */
export interface LineProfile {
  /** Standard deviation of luma along the line, on the mean picture. */
  readonly spread: Float32Array;
  /** Mean absolute second difference along the line: fine detail. */
  readonly detail: Float32Array;
  /** Mean over the line of the deviation over time. */
  readonly motion: Float32Array;
  /** Share of the line's pixels that differ sharply from the line before it: near 1 where a straight border runs. */
  readonly border: Float32Array;
  /** Share of the line's pixels that differ sharply from the line before it in luma or in how they move: a border that is also seen where the colours meet. */
  readonly edge: Float32Array;
}

/** Luma levels between neighbouring lines that count as a border. */
const BORDER_STEP = 5;

/** Luma levels between the deviations over time of neighbouring lines that count as an edge. */
const MOTION_STEP = 1.5;

/** The profile of the rows, or with `columns` of the columns. */
export function lineProfile(statistics: TimeStatistics, columns = false): LineProfile {
  const { width, height, mean, deviation } = statistics;
  const lines = columns ? width : height;
  const length = columns ? height : width;
  const at = columns
    ? (line: number, k: number) => k * width + line
    : (line: number, k: number) => line * width + k;
  const spread = new Float32Array(lines);
  const detail = new Float32Array(lines);
  const motion = new Float32Array(lines);
  const border = new Float32Array(lines);
  const edge = new Float32Array(lines);
  for (let line = 0; line < lines; line++) {
    let sum = 0;
    let squares = 0;
    let bends = 0;
    let moves = 0;
    let steps = 0;
    let edges = 0;
    for (let k = 0; k < length; k++) {
      const value = mean[at(line, k)]!;
      sum += value;
      squares += value * value;
      moves += deviation[at(line, k)]!;
      if (k > 0 && k < length - 1)
        bends += Math.abs(mean[at(line, k - 1)]! + mean[at(line, k + 1)]! - 2 * value);
      if (line === 0) continue;
      const isStep = Math.abs(value - mean[at(line - 1, k)]!) > BORDER_STEP;
      const change = deviation[at(line, k)]! - deviation[at(line - 1, k)]!;
      if (isStep) steps++;
      if (isStep || Math.abs(change) > MOTION_STEP) edges++;
    }
    spread[line] = Math.sqrt(Math.max(0, squares / length - (sum / length) ** 2));
    detail[line] = bends / Math.max(1, length - 2);
    motion[line] = moves / length;
    border[line] = steps / length;
    edge[line] = edges / length;
  }
  return { spread, detail, motion, border, edge };
}
