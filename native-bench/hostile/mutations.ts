import type { Random } from "../../samples/random.js";

/** Changes the bytes of a file; `others` are sound files it may take pieces from. */
type Mutation = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer;

/** Values of a length or a count that programs have stumbled over. */
const EXTREMES = [
  0, 1, 7, 8, 9, 16, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff,
];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "flip bits": (bytes, random) => {
    for (let bits = random.integer(1, 64); bits > 0; bits--) {
      const at = place(bytes, random);
      bytes[at] = bytes[at]! ^ (1 << random.integer(0, 7));
    }
    return bytes;
  },
  "cut off": (bytes, random) => bytes.subarray(0, random.integer(1, bytes.length - 1)),
  "swap boxes": (bytes, random) => {
    const boxes = topLevelBoxes(bytes);
    return boxes.length > 1 ? Buffer.concat(random.shuffle(boxes)) : swapRanges(bytes, random);
  },
  "swap ranges": (bytes, random) => swapRanges(bytes, random),
  "extreme number": (bytes, random) => {
    const at = Math.min(numberPlace(bytes, random), bytes.length - 4);
    const value = random.pick(EXTREMES);
    if (at < 0) return bytes;
    if (random.integer(0, 1) === 0) bytes.writeUInt32BE(value, at);
    else bytes.writeUInt32LE(value, at);
    return bytes;
  },
  "duplicate range": (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  "delete range": (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  "overwrite range": (bytes, random) => {
    const [from, to] = range(bytes, random);
    const constant = random.pick([0, 0xff, undefined]);
    for (let at = from; at < to; at++) bytes[at] = constant ?? random.integer(0, 255);
    return bytes;
  },
  "tail of another": (bytes, random, others) => {
    const other = random.pick(others);
    const from = random.integer(0, other.length - 1);
    return Buffer.concat([bytes.subarray(0, random.integer(16, bytes.length)), other.subarray(from)]);
  },
};

const NAMES = Object.keys(MUTATIONS);

/** A file made wrong in one to three ways, and their names. The same seed of `random` gives the same file. */
export function mutate(
  bytes: Uint8Array,
  random: Random,
  others: readonly Uint8Array[],
): { readonly bytes: Uint8Array; readonly how: readonly string[] } {
  const how = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => random.pick(NAMES));
  let changed = Buffer.from(bytes);
  for (const name of how)
    if (changed.length > 32) changed = Buffer.from(MUTATIONS[name]!(changed, random, others));
  return { bytes: changed, how };
}

/** Half of all changes hit the beginning, where the tables are. */
function place(bytes: Buffer, random: Random): number {
  const end = random.integer(0, 1) === 0 ? Math.ceil(bytes.length / 10) : bytes.length;
  return random.integer(0, Math.max(0, end - 1));
}

/** A range of up to a quarter of the file, end exclusive. */
function range(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + random.integer(1, Math.ceil(bytes.length / 4)))];
}

function swapRanges(bytes: Buffer, random: Random): Buffer {
  const [a, b, c] = [0, 0, 0].map(() => random.integer(0, bytes.length)).sort((p, q) => p - q) as [
    number,
    number,
    number,
  ];
  return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]);
}

/** Beside a word of four letters (the name of a box or chunk) where there is one: its length or its first fields; else anywhere. */
function numberPlace(bytes: Buffer, random: Random): number {
  const words: number[] = [];
  for (let at = 4; at + 4 <= bytes.length; at++) if (isWord(bytes, at)) words.push(at);
  if (words.length === 0 || random.integer(0, 3) === 0) return place(bytes, random);
  return random.pick(words) + random.pick([-4, 4, 8, 12, 16, 20]);
}

function isWord(bytes: Buffer, at: number): boolean {
  for (let letter = at; letter < at + 4; letter++) {
    const code = bytes[letter]! | 0x20;
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/** The boxes of an ISO media file (or whatever has such lengths), all bytes included. */
function topLevelBoxes(bytes: Buffer): Buffer[] {
  const boxes: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length < 8 || at + length > bytes.length || !isWord(bytes, at + 4)) break;
    boxes.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at < bytes.length) boxes.push(bytes.subarray(at));
  return boxes;
}
