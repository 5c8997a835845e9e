import { product } from "./motion.js";
import type { Match, MatchedLine } from "./segments.js";

/** What moves on both sides over the matched moments. */
export interface CommonMotion {
  /** Correlation of what moves, -1 to 1. */
  readonly correlation: number;
  /** Strength of motion of the stiller side, luma levels (root mean square). */
  readonly strength: number;
}

/** Matched moments on either side that a moment's surroundings in time are taken from: so many, or those so near. */
const NEIGHBOURS = 2;
const NEAR_SECONDS = 1;

/** Reference samples between neighbours, at most. */
const MAX_GAP = 2;

/** Share of a line's median agreement that a moment needs to be heard: one that is half foreign, at a cut, moves like nothing else. */
const TRUSTED = 0.88;

/**
 * Correlates the motion of both sides moment by moment. A moment's motion is its difference from the mean of its matched neighbours, taken
 * from the same moments on both sides, so that what plays before or after a cut-in part has no say.
 */
export function measureCommonMotion(
  reference: { readonly pictures: readonly Float32Array[]; readonly times: readonly number[] },
  query: readonly Float32Array[],
  lines: readonly MatchedLine[],
  gain: number,
): CommonMotion {
  let correlations = 0;
  let weights = 0;
  let referenceEnergy = 0;
  let queryEnergy = 0;
  let counted = 0;
  for (const line of lines) {
    const matches = trusted(line.matches);
    const aligned = matches.map(({ queryPlace }) => between(query, queryPlace));
    matches.forEach((match, k) => {
      const around = neighbours(matches, k, reference.times);
      if (around.length < 2) return;
      const p = difference(
        reference.pictures[match.reference]!,
        around.map((n) => reference.pictures[matches[n]!.reference]!),
      );
      const q = difference(
        aligned[k]!,
        around.map((n) => aligned[n]!),
      );
      const [energyP, energyQ] = [product(p, p), product(q, q) / gain ** 2];
      // The stiller side tells how much there is to compare.
      const weight = Math.min(energyP, energyQ);
      if (weight > 0) correlations += (weight * product(p, q)) / (gain * Math.sqrt(energyP * energyQ));
      weights += weight;
      referenceEnergy += energyP;
      queryEnergy += energyQ;
      counted++;
    });
  }
  return {
    correlation: weights > 0 ? correlations / weights : 0,
    strength: Math.sqrt(Math.min(referenceEnergy, queryEnergy) / Math.max(1, counted)),
  };
}

function trusted(matches: readonly Match[]): Match[] {
  const agreements = matches.map(({ agreement }) => agreement).sort((p, q) => p - q);
  const least = TRUSTED * agreements[agreements.length >> 1]!;
  return matches.filter(({ agreement }) => agreement >= least);
}

/** The matches around one, itself included, that follow each other closely. */
function neighbours(matches: readonly Match[], k: number, times: readonly number[]): number[] {
  const timeOf = (n: number) => times[matches[n]!.reference]!;
  const isNear = (n: number) =>
    Math.abs(n - k) <= NEIGHBOURS || Math.abs(timeOf(n) - timeOf(k)) <= NEAR_SECONDS;
  const follows = (n: number) => matches[n]!.reference - matches[n - 1]!.reference <= MAX_GAP;
  const out = [k];
  for (let n = k - 1; n >= 0 && isNear(n) && follows(n + 1); n--) out.push(n);
  for (let n = k + 1; n < matches.length && isNear(n) && follows(n); n++) out.push(n);
  return out;
}

/** The picture at a place between two samples. */
function between(pictures: readonly Float32Array[], place: number): Float32Array {
  const before = pictures[Math.floor(place)]!;
  const share = place - Math.floor(place);
  if (share === 0) return before;
  const after = pictures[Math.floor(place) + 1]!;
  return before.map((value, at) => value * (1 - share) + after[at]! * share);
}

/** A picture less the mean of those around it, less its own mean: a fade is no motion. */
function difference(picture: Float32Array, around: readonly Float32Array[]): Float32Array {
  let total = 0;
  const out = picture.map((value, at) => {
    let sum = 0;
    for (const other of around) sum += other[at]!;
    const moved = value - sum / around.length;
    total += moved;
    return moved;
  });
  const mean = total / Math.max(1, out.length);
  return out.map((value) => value - mean);
}
