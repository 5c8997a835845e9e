import { CELL, type Stage } from "./stage.js";

/** A picture on the stage, cell by cell: mean-free values and how much they vary. */
export interface CellPicture {
  /** Values less their cell's mean, in cell order: `values[cell * CELL * CELL + k]`; 0 where the cell is not covered. */
  readonly values: Float32Array;
  /** Mean of each cell, luma levels; NaN where the picture does not reach all of the cell. */
  readonly mean: Float32Array;
  /** Standard deviation in each cell, luma levels; NaN where the picture does not reach all of the cell. */
  readonly deviation: Float32Array;
}

/** Pixels of a cell. */
const AREA = CELL * CELL;

/** Cuts a stage picture into cells. */
export function cutCells(stage: Stage, values: Float32Array): CellPicture {
  const columns = stage.width / CELL;
  const rows = stage.height / CELL;
  const out = new Float32Array(values.length);
  const deviation = new Float32Array(columns * rows);
  const means = new Float32Array(columns * rows);
  for (let cell = 0; cell < deviation.length; cell++) {
    const corner = Math.floor(cell / columns) * CELL * stage.width + (cell % columns) * CELL;
    let sum = 0;
    for (let k = 0; k < AREA; k++) sum += values[corner + Math.floor(k / CELL) * stage.width + (k % CELL)]!;
    const mean = sum / AREA;
    means[cell] = mean;
    let squares = 0;
    for (let k = 0; k < AREA; k++) {
      const value = values[corner + Math.floor(k / CELL) * stage.width + (k % CELL)]! - mean;
      out[cell * AREA + k] = Number.isNaN(mean) ? 0 : value;
      squares += value * value;
    }
    deviation[cell] = Math.sqrt(squares / AREA);
  }
  return { values: out, mean: means, deviation };
}

/** Correlation of one cell of two pictures, -1 to 1; NaN where either is not covered or flat. */
export function cellCorrelation(p: CellPicture, q: CellPicture, cell: number): number {
  let sum = 0;
  for (let k = cell * AREA; k < (cell + 1) * AREA; k++) sum += p.values[k]! * q.values[k]!;
  return sum / (AREA * p.deviation[cell]! * q.deviation[cell]!);
}
