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

/** The stretch of a line whose motion is most common, less what it costs to leave moments out. */
export function bestStretch(motion: LineMotion): Stretch {
  const count = motion.times.length;
  let best = measure(motion, 0, count);
  const step = Math.max(1, Math.round(count / PLACES));
  for (let from = 0; from <= count * (1 - LEAST_SHARE); from += step) {
    for (let to = count; to - from >= count * LEAST_SHARE; to -= step) {
      const stretch = measure(motion, from, to);
      if (stretch.counted > 1 && worthOf(stretch) > worthOf(best)) best = stretch;
    }
  }
  return best;
}

/** Correlation of what moves over a stretch, less what it costs to leave moments out; at most 1. */
export function worthOf({ from, to, line, common, weight }: Stretch): number {
  return (weight > 0 ? common / weight : 0) - LEFT_OUT_COST * (1 - (to - from) / Math.max(1, line));
}

/**
 * Correlates the motion of the moments of a stretch. A moment's motion is its difference from the mean of its matched neighbours, taken
 * from the same moments on both sides, so that what plays outside the stretch has no say.
 */
function measure(motion: LineMotion, from: number, to: number): Stretch {
  const sums = { common: 0, weight: 0, referenceEnergy: 0, queryEnergy: 0, counted: 0 };
  for (let k = from; k < to; k++) {
    const around = neighbours(motion, k, from, to);
    if (around.length < 2) continue;
    const p = Math.max(0, moved(motion.reference, k, around));
    const q = Math.max(0, moved(motion.query, k, around));
    // The stiller side tells how much there is to compare.
    const weight = Math.min(p, q);
    if (weight > 0) sums.common += (weight * moved(motion.both, k, around)) / Math.sqrt(p * q);
    sums.weight += weight;
    sums.referenceEnergy += p;
    sums.queryEnergy += q;
    sums.counted++;
  }
  return { from, to, line: motion.times.length, ...sums };
}

/** Mean product of two differences from the mean of some moments, from the products of the moments' pictures. */
function moved(product: (k: number, n: number) => number, k: number, around: readonly number[]): number {
  let [across, within] = [0, 0];
  for (const n of around) {
    across += product(k, n) + product(n, k);
    for (const m of around) within += product(n, m);
  }
  return product(k, k) - across / around.length + within / around.length ** 2;
}

/** The moments around one, itself included, that follow each other closely. */
function neighbours({ times, samples }: LineMotion, k: number, from: number, to: number): number[] {
  const isNear = (n: number) =>
    Math.abs(n - k) <= NEIGHBOURS || Math.abs(times[n]! - times[k]!) <= NEAR_SECONDS;
  const follows = (n: number) => samples[n]! - samples[n - 1]! <= MAX_GAP;
  const out = [k];
  for (let n = k - 1; n >= from && isNear(n) && follows(n + 1); n--) out.push(n);
  for (let n = k + 1; n < to && isNear(n) && follows(n); n++) out.push(n);
  return out;
}
