import { CELL } from "./stage.js";

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

/** Correlation of one cell of two pictures, -1 to 1; NaN where either is not covered or flat. */
export function cellCorrelation(p: CellPicture, q: CellPicture, cell: number): number {
  let sum = 0;
  for (let k = cell * AREA; k < (cell + 1) * AREA; k++) sum += p.values[k]! * q.values[k]!;
  return sum / (AREA * p.deviation[cell]! * q.deviation[cell]!);
}
