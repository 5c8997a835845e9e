import type { CellPicture } from "../../src/align/cells.js";
import { CELL, type Stage } from "../../src/align/stage.js";

/** Pixels of a cell. */
const AREA = CELL * CELL;

/** Cuts a stage picture into cells, one after the other: what `drawCells` does in kernels. */
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
