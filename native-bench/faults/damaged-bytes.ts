import type { Random } from "../../samples/random.js";

/** Bits that are flipped at most. */
const MOST_BITS = 8;

/** Bytes as a bad disk gives them back: cut short or with some bits flipped; never the same bytes. */
export function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.integer(0, 1) === 0) return bytes.slice(0, random.integer(0, bytes.length - 1));
  const damaged = bytes.slice();
  const bits = new Set(
    Array.from({ length: random.integer(1, MOST_BITS) }, () => random.integer(0, 8 * bytes.length - 1)),
  );
  for (const bit of bits) damaged[bit >> 3]! ^= 1 << (bit & 7);
  return damaged;
}
