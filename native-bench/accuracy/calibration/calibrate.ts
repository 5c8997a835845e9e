import { seededRandom } from "../../../samples/random.js";
import { GRADES } from "../../../src/verdict/similarity.js";
import type { Interval } from "../../measuring/wilson-interval.js";
import type { JudgedPairs } from "../judged-corpus.js";
import { NEGATIVES, type Negatives, negativeScores } from "./negative-scores.js";
import { fitTail, scoreAbove, shareAbove, type TailFit } from "./tail-fit.js";
import { tailIntervals } from "./tail-interval.js";

/** Where the tail is made to begin, as shares of the scores above 0: the first is the figure, the others show what the choice does to it. */
export const TAIL_SHARES = [0.5, 0.25, 0.1] as const;

/** The share of pairs of different clips that may be called similar. */
export const ALLOWED_SHARE = 1e-6;

/** What the scores of different clips let expect. */
export interface Calibration {
  readonly of: Negatives;
  /** One of {@link TAIL_SHARES}. */
  readonly tailShare: number;
  readonly fit: TailFit;
  /** Share of pairs expected to be called similar at the default threshold, and its 95 % interval. */
  readonly falseShare: number;
  readonly falseInterval: Interval;
  /** The threshold at which {@link ALLOWED_SHARE} is expected, and its 95 % interval. */
  readonly threshold: number;
  readonly thresholdInterval: Interval;
}

/** Extrapolates the scores of the negatives, without the hard ones and with them, once for every beginning of the tail; none where there are too few scores. */
export function calibrate(part: JudgedPairs): Calibration[] {
  return NEGATIVES.flatMap((of) => calibrateBy(part, of));
}

function calibrateBy(part: JudgedPairs, of: Negatives): Calibration[] {
  const { scores, blocks, total } = negativeScores(part, of);
  return TAIL_SHARES.flatMap((tailShare) => {
    const fit = fitTail(scores, total, tailShare);
    if (fit === undefined) return [];
    const readings = [
      (each: TailFit): number => shareAbove(each, GRADES.similar),
      (each: TailFit): number => scoreAbove(each, ALLOWED_SHARE),
    ] as const;
    const random = seededRandom("calibration", tailShare);
    const [falseInterval, thresholdInterval] = tailIntervals(fit, blocks, readings, random);
    return {
      ...{ of, tailShare, fit, falseShare: readings[0](fit), threshold: readings[1](fit) },
      ...{ falseInterval: falseInterval!, thresholdInterval: thresholdInterval! },
    };
  });
}
