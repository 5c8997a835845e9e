import { reserve, wasm } from "../wasm/runtime.js";
import { DESCRIPTOR_LENGTH } from "./dct.js";
import { NEAREST_BYTES, nearestKernel, WIDE_BYTES, WIDE_FULL, WIDE_LENGTH } from "./nearest-kernel.js";

/** What a cosine of 1 becomes as a product of wide descriptors. */
export const WIDE_COSINE = WIDE_FULL ** 2;

/** Descriptors in 16 bits a value, one after the other, which moves a cosine by less than 0.0001. */
export function widen(descriptors: readonly Float32Array[]): Int16Array {
  const wide = new Int16Array(descriptors.length * WIDE_LENGTH);
  descriptors.forEach((values, place) => {
    for (let k = 0; k < DESCRIPTOR_LENGTH; k++)
      wide[place * WIDE_LENGTH + k] = Math.round(values[k]! * WIDE_FULL);
  });
  return wide;
}

const memory = new wasm.Memory({ initial: 16 });
const nearest = nearestKernel(memory);

/**
 * For each group of asked descriptors and each held one, the highest product of two and the place in the group of the asked one that has it: two numbers each, all held ones of
 * the first group, then those of the next. Holds until the next call.
 *
 * @param groupSizes how many descriptors are in each group; the groups follow each other in `asked`
 */
export function nearestInGroups(
  asked: Int16Array,
  groupSizes: readonly number[],
  held: Int16Array,
): Int32Array {
  const heldCount = held.length / WIDE_LENGTH;
  const heldAt = asked.byteLength;
  const nearestAt = heldAt + held.byteLength;
  const end = nearestAt + groupSizes.length * heldCount * NEAREST_BYTES;
  reserve(memory, end);
  const values = new Int16Array(memory.buffer);
  values.set(asked);
  values.set(held, heldAt / 2);
  let [askedAt, writeAt] = [0, nearestAt];
  for (const size of groupSizes) {
    writeAt = nearest(askedAt, size, heldAt, heldCount, writeAt);
    askedAt += size * WIDE_BYTES;
  }
  return new Int32Array(memory.buffer, nearestAt, (end - nearestAt) / 4);
}
