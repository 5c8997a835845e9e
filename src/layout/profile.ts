import type { TimeStatistics } from "./time-statistics.js";

/** What the lines (rows or columns) of a video look like over all its time, one number a line. */
export interface LineProfile {
  /** Mean luma of the line. */
  readonly level: Float32Array;
  /** Standard deviation of luma along the line, on the mean picture. */
  readonly spread: Float32Array;
  /** Mean absolute second difference along the line: fine detail. */
  readonly detail: Float32Array;
  /** Mean over the line of the deviation over time. */
  readonly motion: Float32Array;
  /** Share of the line's pixels that differ sharply from the line before it: near 1 where a straight border runs. */
  readonly border: Float32Array;
}

/** Luma levels between neighbouring lines that count as a border. */
const BORDER_STEP = 5;

/** The profile of the rows, or with `columns` of the columns. */
export function lineProfile(statistics: TimeStatistics, columns = false): LineProfile {
  const { width, height, mean, deviation } = statistics;
  const lines = columns ? width : height;
  const length = columns ? height : width;
  const at = columns
    ? (line: number, k: number) => k * width + line
    : (line: number, k: number) => line * width + k;
  const level = new Float32Array(lines);
  const spread = new Float32Array(lines);
  const detail = new Float32Array(lines);
  const motion = new Float32Array(lines);
  const border = new Float32Array(lines);
  for (let line = 0; line < lines; line++) {
    let sum = 0;
    let squares = 0;
    let bends = 0;
    let moves = 0;
    let steps = 0;
    for (let k = 0; k < length; k++) {
      const value = mean[at(line, k)]!;
      sum += value;
      squares += value * value;
      moves += deviation[at(line, k)]!;
      if (k > 0 && k < length - 1)
        bends += Math.abs(mean[at(line, k - 1)]! + mean[at(line, k + 1)]! - 2 * value);
      if (line > 0 && Math.abs(value - mean[at(line - 1, k)]!) > BORDER_STEP) steps++;
    }
    level[line] = sum / length;
    spread[line] = Math.sqrt(Math.max(0, squares / length - (sum / length) ** 2));
    detail[line] = bends / Math.max(1, length - 2);
    motion[line] = moves / length;
    border[line] = steps / length;
  }
  return { level, spread, detail, motion, border };
}
