import type { CellPicture } from "./cells.js";
import { CELL } from "./stage.js";

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

/** The motion pictures of a side whose samples are cut into cells; only the given cells are looked at, which all reach. */
export function motionPictures(
  samples: readonly CellPicture[],
  times: readonly number[],
  cells: readonly number[],
): MotionPictures {
  const pictures = samples.map((sample) => halve(sample, cells));
  const differences = differencesInTime(pictures, times);
  return {
    pictures,
    differences,
    strength: Float32Array.from(differences, (values) => Math.sqrt(product(values, values))),
  };
}

/** Each picture less the mean of those around it in time. */
function differencesInTime(pictures: readonly Float32Array[], times: readonly number[]): Float32Array[] {
  // The sum of the pictures [from, to): both ends only move on.
  const sum = new Float64Array(pictures[0]!.length);
  const add = (values: Float32Array, sign: 1 | -1) => {
    for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + sign * values[at]!;
  };
  let [from, to] = [0, 0];
  return pictures.map((values, i) => {
    const isNear = (k: number) => Math.abs(k - i) <= 1 || Math.abs(times[k]! - times[i]!) <= AROUND_SECONDS;
    while (to < pictures.length && (to <= i || isNear(to))) add(pictures[to++]!, 1);
    while (!isNear(from)) add(pictures[from++]!, -1);
    const difference = new Float32Array(values.length);
    for (let at = 0; at < difference.length; at++) difference[at] = values[at]! - sum[at]! / (to - from);
    return difference;
  });
}

/** Mean product of two motion pictures. */
export function product(p: Float32Array, q: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < p.length; at++) sum += p[at]! * q[at]!;
  return p.length === 0 ? 0 : sum / p.length;
}

/** The cells' pixels averaged two by two. */
function halve({ values, mean }: CellPicture, cells: readonly number[]): Float32Array {
  const side = CELL / 2;
  const out = new Float32Array(cells.length * side * side);
  let at = 0;
  for (const cell of cells) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const k = (cell * CELL + 2 * y) * CELL + 2 * x;
        const sum = values[k]! + values[k + 1]! + values[k + CELL]! + values[k + CELL + 1]!;
        out[at++] = mean[cell]! + sum / 4;
      }
    }
  }
  return out;
}
