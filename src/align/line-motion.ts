import { product } from "./motion.js";
import type { Match } from "./segments.js";

/** Products of the pictures of a line's matched moments, each less its own mean: a fade is no motion. Indices count the moments. */
export interface LineMotion {
  /** Seconds on the reference's clock, and which samples they are. */
  readonly times: readonly number[];
  readonly samples: readonly number[];
  /** Mean product of two pictures of the reference, of two of the query, and of one of either, luma levels squared in the reference's contrast. */
  readonly reference: (k: number, n: number) => number;
  readonly query: (k: number, n: number) => number;
  readonly both: (k: number, n: number) => number;
}

/** Takes the pictures of matched moments, the query's where the line says that they play. */
export function motionOfLine(
  reference: { readonly pictures: readonly Float32Array[]; readonly times: readonly number[] },
  query: readonly Float32Array[],
  matches: readonly Match[],
  gain: number,
): LineMotion {
  const p = matches.map((match) => centred(reference.pictures[match.reference]!));
  const q = matches.map(({ queryPlace }) => centred(between(query, queryPlace)));
  return {
    times: matches.map((match) => reference.times[match.reference]!),
    samples: matches.map((match) => match.reference),
    reference: symmetric(matches.length, (k, n) => product(p[k]!, p[n]!)),
    query: symmetric(matches.length, (k, n) => product(q[k]!, q[n]!) / gain ** 2),
    both: remembered(matches.length, (k, n) => product(p[k]!, q[n]!) / gain),
  };
}

/** Only moments near each other are asked for, many times. */
function remembered(count: number, of: (k: number, n: number) => number): (k: number, n: number) => number {
  const known = new Float64Array(count * count).fill(Number.NaN);
  return (k, n) => {
    const at = k * count + n;
    if (Number.isNaN(known[at]!)) known[at] = of(k, n);
    return known[at]!;
  };
}

/** The same where the order of the two does not matter. */
function symmetric(count: number, of: (k: number, n: number) => number): (k: number, n: number) => number {
  const known = remembered(count, of);
  return (k, n) => (k < n ? known(k, n) : known(n, k));
}

/** The picture at a place between two samples. */
function between(pictures: readonly Float32Array[], place: number): Float32Array {
  const before = pictures[Math.floor(place)]!;
  const share = place - Math.floor(place);
  if (share === 0) return before;
  const after = pictures[Math.floor(place) + 1]!;
  const out = new Float32Array(before.length);
  for (let at = 0; at < out.length; at++) out[at] = before[at]! * (1 - share) + after[at]! * share;
  return out;
}

/** The picture less its mean. Loops: `reduce` and `map` with a function take five times as long. */
function centred(picture: Float32Array): Float32Array {
  let sum = 0;
  for (let at = 0; at < picture.length; at++) sum += picture[at]!;
  const mean = sum / Math.max(1, picture.length);
  const out = new Float32Array(picture.length);
  for (let at = 0; at < out.length; at++) out[at] = picture[at]! - mean;
  return out;
}
