import type { JudgedPair } from "../judged-pair.js";
import { isFound, truePairs } from "../recall.js";
import { regionOverlap } from "./region-overlap.js";
import { realTailStart, toldTailStart } from "./tail-start.js";
import { rightParts } from "./transform-parts.js";

/** How far the reported start of a replaced tail may be off, seconds. */
const TAIL_SECONDS = 1;

/** Least intersection over union of the real and the reported regions. */
const OVERLAP = 0.5;

/** Nothing is said of pairs that are not found, and nothing is known where the truth file does not tell how b was made. */
export function pairsWithTruth(pairs: readonly JudgedPair[]): JudgedPair[] {
  return truePairs(pairs).filter((pair) => isFound(pair) && pair.truth?.truth !== undefined);
}

/** All parts of the transform are right. */
export function isTransformRight({ truth, verdict }: JudgedPair): boolean {
  return Object.values(rightParts(truth!.truth!, verdict.transform)).every((isRight) => isRight);
}

/** The regions are those where something was laid on or blurred out; undefined where nothing was. */
export function isRegionRight({ truth, verdict }: JudgedPair): boolean | undefined {
  const { regions } = truth!.truth!;
  return regions.length === 0 ? undefined : regionOverlap(regions, verdict.changed.regions) >= OVERLAP;
}

/** A replaced tail begins when it is said to; undefined where none was replaced. */
export function isTailRight({ truth, verdict }: JudgedPair): boolean | undefined {
  const real = realTailStart(truth!);
  if (real === undefined) return undefined;
  const told = toldTailStart(verdict);
  return told !== undefined && Math.abs(told - real) <= TAIL_SECONDS;
}
