import type { Random } from "../../samples/random.js";
import { FREQUENCIES } from "../../src/signature/dct.js";

/**
 * Descriptors of another picture with the statistics of these: the signs of random columns and rows of frequencies turned over, the same ones in all
 * of them. As strong at each frequency, and as alike among each other.
 */
export function withOtherSigns(descriptors: readonly Float32Array[], random: Random): Float32Array[] {
  const signs = Array.from({ length: 2 * FREQUENCIES }, () => random.pick([-1, 1]));
  return descriptors.map((values) =>
    values.map((value, at) => {
      const column = (at + 1) % FREQUENCIES;
      const row = FREQUENCIES + Math.floor((at + 1) / FREQUENCIES);
      return value * signs[column]! * signs[row]!;
    }),
  );
}
