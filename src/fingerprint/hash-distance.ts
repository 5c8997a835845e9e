/** Bits in which two hashes of the same length differ. */
export function differingBits(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, byte, at) => sum + setBits(byte ^ other[at]!), 0);
}

/** Set bits of a byte. */
export function setBits(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
}
