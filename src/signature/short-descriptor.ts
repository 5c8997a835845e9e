import { DESCRIPTOR_LENGTH } from "./dct.js";
import { DIHEDRALS, TURNED_FROM } from "./dihedral.js";

/** Bytes of a short descriptor: a signed byte for each value, and one that is always 0. */
export const SHORT_BYTES = 64;

/** What a value of 1 becomes, and the length of all but the empty. Rounding moves a cosine by some 0.003. */
export const FULL = 127;

/** A descriptor in signed bytes, a quarter of its size. Rounded as in `widen`. */
export function shorten(values: Float32Array): Int8Array {
  const short = new Int8Array(SHORT_BYTES);
  for (let k = 0; k < DESCRIPTOR_LENGTH; k++) short[k] = Math.floor(values[k]! * FULL + 0.5);
  return short;
}

/** The values that a short descriptor stands for, the last of them 0; about unit length. */
export function lengthen(shorts: Int8Array, at = 0): number[] {
  const values: number[] = [];
  for (let k = 0; k < SHORT_BYTES; k++) values.push(shorts[at + k]! / FULL);
  return values;
}

/** What a squared distance of 1 is in the units of the bytes. */
export const SQUARED_DISTANCE_UNITS = FULL * FULL;

/** Squared Euclidean distance, 0 to about 4, of two short descriptors by their first bytes in two blocks of them. */
export function shortDistance(p: Int8Array, pAt: number, q: Int8Array, qAt: number): number {
  let sum = 0;
  for (let k = 0; k < SHORT_BYTES; k++) {
    const difference = p[pAt + k]! - q[qAt + k]!;
    sum += difference * difference;
  }
  return sum / SQUARED_DISTANCE_UNITS;
}

/** Words of 32 bits in a code; see {@link writeCode}. */
export const CODE_WORDS = 4;

/** Least size of a value, in 127ths, for it to be strong: six in ten are. */
export const STRONG = 11;

/**
 * Writes the code of a short descriptor from a place on: two words with the signs of its values, a bit each, and two that tell which of them are strong. Of two different pictures some 31 of the 63 signs
 * differ, of an edit and its original up to 20; where strong values differ it is hardly by chance.
 */
export function writeCode(shorts: Int8Array, at: number, codes: Uint32Array, place: number): void {
  for (let half = 0; half < 2; half++) {
    let signs = 0;
    let strong = 0;
    for (let k = 0, from = at + 32 * half; k < 32; k++) {
      const value = shorts[from + k]!;
      // The highest bit of what is negative: a branch would be guessed wrong half of the time, and take eight times as long.
      signs |= (-value >>> 31) << k;
      strong |= ((STRONG - 1 - Math.abs(value)) >>> 31) << k;
    }
    codes[place + half] = signs;
    codes[place + 2 + half] = strong;
  }
}

/** Whether a code is that of an empty view: one of unit length has a strong value. */
export function isEmptyCode(codes: Uint32Array, place: number): boolean {
  return codes[place + 2] === 0 && codes[place + 3] === 0;
}

/** Writes what the turned view's descriptor would be; `turn` is a place in `DIHEDRALS`. */
export function turnShort(from: Int8Array, fromAt: number, turn: number, to: Int8Array, toAt: number): void {
  const sources = TURNED_FROM[turn]!;
  for (let k = 0; k < DESCRIPTOR_LENGTH; k++) {
    const source = sources[k]!;
    to[toAt + k] = source > 0 ? from[fromAt + source - 1]! : -from[fromAt - source - 1]!;
  }
  to[toAt + DESCRIPTOR_LENGTH] = 0;
}

/** `TURNS_AFTER[a][b]`: the one turn that does what b and then a do; all are places in `DIHEDRALS`. */
export const TURNS_AFTER: readonly (readonly number[])[] = DIHEDRALS.map((_, a) =>
  DIHEDRALS.map((__, b) => {
    const both = TURNED_FROM[a]!.map((source) => Math.sign(source) * TURNED_FROM[b]![Math.abs(source) - 1]!);
    return TURNED_FROM.findIndex((sources) => sources.every((source, k) => source === both[k]));
  }),
);
