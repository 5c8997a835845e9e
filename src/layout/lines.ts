/** A run of lines (rows or columns) of a picture; `to` is exclusive. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The part between two margins takes at least this share of the lines. */
const LEAST_INSIDE = 0.18;

/** A margin ends before, and the opposite one begins behind, the middle of the picture; by so much of its lines. */
const OFF_MIDDLE = 0.02;

/** The mean of one number a line over a run of lines; 0 for an empty run. */
export function meanOver(values: Float32Array, { from, to }: Lines): number {
  let sum = 0;
  for (let line = from; line < to; line++) sum += values[line]!;
  return to > from ? sum / (to - from) : 0;
}

/** The share of a run's lines for which something holds, 0 to 1; 1 for an empty run. */
export function shareOfLines({ from, to }: Lines, holds: (line: number) => boolean): number {
  let count = 0;
  for (let line = from; line < to; line++) if (holds(line)) count++;
  return to > from ? count / (to - from) : 1;
}

/**
 * Every run of lines that may lie between two margins of at least `leastMargin` lines, where both its first line and the line behind it are borders; those
 * with the widest margins first.
 */
export function runsBetween(
  lines: number,
  leastMargin: number,
  isBorder: (line: number) => boolean,
): Lines[] {
  const borders = Array.from({ length: lines }, (_, line) => line).filter(isBorder);
  const starts = borders.filter((line) => line >= leastMargin && line < lines * (0.5 - OFF_MIDDLE)).reverse();
  const ends = borders.filter((line) => line <= lines - leastMargin && line > lines * (0.5 + OFF_MIDDLE));
  return starts.flatMap((from) =>
    ends.flatMap((to) => (to - from >= LEAST_INSIDE * lines ? [{ from, to }] : [])),
  );
}
