import type { LineMotion } from "./line-motion.js";

/** How what moves correlates over some consecutive moments of a line. */
export interface Stretch {
  /** The moments `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Moments of the whole line. */
  readonly line: number;
  /** Sum over the moments of correlation times weight, and of weight: the energy of the stiller side, luma levels squared. */
  readonly common: number;
  readonly weight: number;
  /** Sums of the energy of motion of either side, luma levels squared, over so many moments. */
  readonly referenceEnergy: number;
  readonly queryEnergy: number;
  readonly counted: number;
}

/** Matched moments on either side that a moment's surroundings in time are taken from: so many, or those so near. */
const NEIGHBOURS = 2;
const NEAR_SECONDS = 1;

/** Reference samples between neighbours, at most. */
const MAX_GAP = 2;

/** Share of a line's moments that a stretch must hold, at least. */
const LEAST_SHARE = 2 / 3;

/** What leaving moments out costs in correlation, per share of the line: of some stretches one always moves alike by chance. */
const LEFT_OUT_COST = 0.2;

/** Ends are tried at so many places a line. */
const PLACES = 24;

/**
 * Mean square of motion below which nothing moves, luma levels squared: rounding leaves 1e-13 of pictures that are the same, a single pixel that is a level brighter makes 1e-4. Without it that rest would
 * correlate.
 */
const LEAST_ENERGY = 1e-6;

/** The stretch of a line whose motion is most common, less what it costs to leave moments out. */
export function bestStretch(motion: LineMotion): Stretch {
  const count = motion.times.length;
  const measure = measurer(motion);
  let best = measure(0, count);
  const step = Math.max(1, Math.round(count / PLACES));
  for (let from = 0; from <= count * (1 - LEAST_SHARE); from += step) {
    for (let to = count; to - from >= count * LEAST_SHARE; to -= step) {
      const stretch = measure(from, to);
      if (stretch.counted > 1 && worthOf(stretch) > worthOf(best)) best = stretch;
    }
  }
  return best;
}

/** Correlation of what moves over a stretch, less what it costs to leave moments out; at most 1. */
export function worthOf({ from, to, line, common, weight }: Stretch): number {
  return (weight > 0 ? common / weight : 0) - LEFT_OUT_COST * (1 - (to - from) / Math.max(1, line));
}

/** How a moment moves against those around it. */
interface Moved {
  /** Energy of either side, luma levels squared, and the product of both. */
  readonly reference: number;
  readonly query: number;
  readonly both: number;
}

/**
 * Correlates the motion of the moments of a stretch `[from, to)`. A moment's motion is its difference from the mean of its matched neighbours, taken
 * from the same moments on both sides, so that what plays outside the stretch has no say. Most stretches cut off the neighbours of few moments: the others' are remembered.
 */
function measurer(motion: LineMotion): (from: number, to: number) => Stretch {
  const count = motion.times.length;
  const reaches = motion.times.map((_, k) => reachOf(motion, k));
  const known = reaches.map(() => new Map<number, Moved>());
  const movedAmong = (k: number, first: number, last: number): Moved => {
    const key = first * count + last;
    const before = known[k]!.get(key);
    if (before !== undefined) return before;
    const moved = {
      reference: energyOf(meanProduct(motion.reference, k, first, last)),
      query: energyOf(meanProduct(motion.query, k, first, last)),
      both: meanProduct(motion.both, k, first, last),
    };
    known[k]!.set(key, moved);
    return moved;
  };
  return (from, to) => {
    const sums = { common: 0, weight: 0, referenceEnergy: 0, queryEnergy: 0, counted: 0 };
    for (let k = from; k < to; k++) {
      const first = Math.max(from, reaches[k]!.first);
      const last = Math.min(to - 1, reaches[k]!.last);
      if (first === last) continue;
      const { reference, query, both } = movedAmong(k, first, last);
      // The stiller side tells how much there is to compare.
      const weight = Math.min(reference, query);
      if (weight > 0) sums.common += (weight * both) / Math.sqrt(reference * query);
      sums.weight += weight;
      sums.referenceEnergy += reference;
      sums.queryEnergy += query;
      sums.counted++;
    }
    return { from, to, line: count, ...sums };
  };
}

const energyOf = (square: number): number => (square < LEAST_ENERGY ? 0 : square);

/** Mean product of two differences from the mean of the moments from `first` to `last`, from the products of the moments' pictures. */
function meanProduct(
  product: (k: number, n: number) => number,
  k: number,
  first: number,
  last: number,
): number {
  const count = last - first + 1;
  let [across, within] = [0, 0];
  for (let n = first; n <= last; n++) {
    across += product(k, n) + product(n, k);
    for (let m = first; m <= last; m++) within += product(n, m);
  }
  return product(k, k) - across / count + within / count ** 2;
}

/** The first and the last of the moments around one, itself included, that follow each other closely. */
function reachOf(
  { times, samples }: LineMotion,
  k: number,
): { readonly first: number; readonly last: number } {
  const isNear = (n: number) =>
    Math.abs(n - k) <= NEIGHBOURS || Math.abs(times[n]! - times[k]!) <= NEAR_SECONDS;
  const follows = (n: number) => samples[n]! - samples[n - 1]! <= MAX_GAP;
  let [first, last] = [k, k];
  while (first > 0 && isNear(first - 1) && follows(first)) first--;
  while (last < times.length - 1 && isNear(last + 1) && follows(last + 1)) last++;
  return { first, last };
}
