import { CELL, type Stage } from "./stage.js";

/** Seconds on either side that a moment's own surroundings in time are taken from; at least a sample. */
const AROUND_SECONDS = 0.5;

/** What moves in each sample: its difference from the mean of its neighbours in time, at half the stage's size. */
export interface MotionPictures {
  /** The samples on the stage at half its size, cell by cell. */
  readonly pictures: readonly Float32Array[];
  readonly differences: readonly Float32Array[];
  /** Root mean square of each, luma levels. */
  readonly strength: Float32Array;
}

/** The motion pictures of a side whose samples are drawn on the stage; only the given cells are looked at. */
export function motionPictures(
  stage: Stage,
  drawn: readonly Float32Array[],
  times: readonly number[],
  cells: readonly number[],
): MotionPictures {
  const pictures = drawn.map((values) => halve(stage, values, cells));
  const differences = pictures.map((values, i) => {
    const isNear = (k: number) => Math.abs(k - i) <= 1 || Math.abs(times[k]! - times[i]!) <= AROUND_SECONDS;
    let from = i;
    while (from > 0 && isNear(from - 1)) from--;
    let to = i;
    while (to < pictures.length - 1 && isNear(to + 1)) to++;
    const mean = new Float32Array(values.length);
    for (let k = from; k <= to; k++) {
      for (let at = 0; at < mean.length; at++) mean[at] = mean[at]! + pictures[k]![at]! / (to - from + 1);
    }
    return values.map((value, at) => value - mean[at]!);
  });
  return {
    pictures,
    differences,
    strength: Float32Array.from(differences, (values) => Math.sqrt(product(values, values))),
  };
}

/** Mean product of two motion pictures. */
export function product(p: Float32Array, q: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < p.length; at++) sum += p[at]! * q[at]!;
  return p.length === 0 ? 0 : sum / p.length;
}

/** The cells' pixels averaged two by two; 0 where the picture does not reach. */
function halve(stage: Stage, values: Float32Array, cells: readonly number[]): Float32Array {
  const side = CELL / 2;
  const columns = stage.width / CELL;
  const out = new Float32Array(cells.length * side * side);
  cells.forEach((cell, n) => {
    const corner = Math.floor(cell / columns) * CELL * stage.width + (cell % columns) * CELL;
    for (let k = 0; k < side * side; k++) {
      const at = corner + 2 * Math.floor(k / side) * stage.width + 2 * (k % side);
      const sum = values[at]! + values[at + 1]! + values[at + stage.width]! + values[at + stage.width + 1]!;
      out[n * side * side + k] = Number.isNaN(sum) ? 0 : sum / 4;
    }
  });
  return out;
}
