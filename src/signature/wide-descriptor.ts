import { reserve, wasm } from "../wasm/runtime.js";
import { DESCRIPTOR_LENGTH } from "./dct.js";
import { TURNED_FROM } from "./dihedral.js";
import {
  ASKED_TOGETHER,
  NEAREST_BYTES,
  nearestKernel,
  WIDE_BYTES,
  WIDE_FULL,
  WIDE_LENGTH,
} from "./nearest-kernel.js";

/** What a cosine of 1 becomes as a product of wide descriptors. */
export const WIDE_COSINE = WIDE_FULL ** 2;

/** Descriptors in 16 bits a value, one after the other, which moves a cosine by less than 0.0001. Rounded by `Math.floor`: `Math.round` takes several times as long. */
export function widen(descriptors: readonly Float32Array[]): Int16Array {
  const wide = new Int16Array(descriptors.length * WIDE_LENGTH);
  let at = 0;
  for (const values of descriptors) {
    for (let k = 0; k < DESCRIPTOR_LENGTH; k++) wide[at + k] = Math.floor(values[k]! * WIDE_FULL + 0.5);
    at += WIDE_LENGTH;
  }
  return wide;
}

/** Writes wide descriptors as they are before they are turned: their product with any is what theirs is with that one turned. `turn` is a place in `DIHEDRALS`. */
function turnBack(descriptors: Int16Array, turn: number, to: Int16Array, toAt: number): void {
  const sources = TURNED_FROM[turn]!;
  for (let at = 0; at < descriptors.length; at += WIDE_LENGTH) {
    for (let k = 0; k < DESCRIPTOR_LENGTH; k++) {
      const source = sources[k]!;
      const value = descriptors[at + k]!;
      if (source > 0) to[toAt + at + source - 1] = value;
      else to[toAt + at - source - 1] = -value;
    }
    to[toAt + at + DESCRIPTOR_LENGTH] = 0;
  }
}

const memory = new wasm.Memory({ initial: 16 });
const nearest = nearestKernel(memory);

/** Asked descriptors that are taken together, at most `MOST_ASKED`, in the first so many of `DIHEDRALS`. */
export interface AskedGroup {
  readonly size: number;
  readonly turns: number;
}

/**
 * For each group of asked descriptors in each of its orientations, and each held one, the highest product of two, where it is positive, and the place in the group of the asked one that has it (`productOf`, `placeOf`): all held ones of
 * the first group upright, then turned, then those of the next group. Holds until the next call. The held ones are turned, back, instead of the many that are asked.
 *
 * @param groups follow each other in `asked`
 */
export function nearestInGroups(
  asked: Int16Array,
  groups: readonly AskedGroup[],
  held: Int16Array,
): Int32Array {
  const heldCount = held.length / WIDE_LENGTH;
  const turns = groups.reduce((most, group) => Math.max(most, group.turns), 0);
  const found = groups.reduce((sum, group) => sum + group.turns, 0) * heldCount;
  if (found === 0) return new Int32Array();
  const quadsOf = ({ size }: AskedGroup): number => Math.ceil(size / ASKED_TOGETHER);
  const quads = groups.reduce((sum, group) => sum + quadsOf(group), 0);
  const heldAt = quads * ASKED_TOGETHER * WIDE_BYTES;
  const nearestAt = heldAt + turns * held.byteLength;
  reserve(memory, nearestAt + found * NEAREST_BYTES);
  const values = new Int16Array(memory.buffer);
  for (let turn = 0; turn < turns; turn++)
    turnBack(held, turn, values, (heldAt + turn * held.byteLength) / 2);
  let [from, askedAt, writeAt] = [0, 0, nearestAt];
  for (const group of groups) {
    const to = from + group.size * WIDE_LENGTH;
    const next = askedAt + quadsOf(group) * ASKED_TOGETHER * WIDE_BYTES;
    values.set(asked.subarray(from, to), askedAt / 2);
    // What is missing of the last four is alike to nothing.
    values.fill(0, askedAt / 2 + to - from, next / 2);
    for (let turn = 0; turn < group.turns; turn++) {
      const turned = heldAt + turn * held.byteLength;
      writeAt = nearest(askedAt, quadsOf(group), turned, heldCount, writeAt);
    }
    [from, askedAt] = [to, next];
  }
  return new Int32Array(memory.buffer, nearestAt, found);
}
