import type { Random } from "../../samples/random.js";
import { DESCRIPTOR_LENGTH, FREQUENCIES } from "../../src/signature/dct.js";
import { SHORT_BYTES } from "../../src/signature/short-descriptor.js";

/**
 * Short descriptors, one after the other, of another picture with the statistics of these: the signs of random columns and rows of frequencies turned over, the same ones in all
 * of them. As strong at each frequency, and as alike among each other.
 */
export function withOtherSigns(descriptors: Int8Array, random: Random): Int8Array {
  const signs = Array.from({ length: 2 * FREQUENCIES }, () => random.pick([-1, 1]));
  return descriptors.map((value, place) => {
    const at = place % SHORT_BYTES;
    if (at === DESCRIPTOR_LENGTH) return value;
    const column = (at + 1) % FREQUENCIES;
    const row = FREQUENCIES + Math.floor((at + 1) / FREQUENCIES);
    return value * signs[column]! * signs[row]!;
  });
}
