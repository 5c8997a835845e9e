import { seededRandom } from "../../../samples/random.js";
import { GRADES } from "../../../src/verdict/similarity.js";
import type { Interval } from "../../measuring/wilson-interval.js";
import type { JudgedPairs } from "../judged-corpus.js";
import { negativeScores } from "./negative-scores.js";
import { fitTail, scoreAbove, shareAbove, type TailFit } from "./tail-fit.js";
import { tailIntervals } from "./tail-interval.js";

/** Where the tail is made to begin, as shares of the scores: the first is the figure, the others show what the choice does to it. */
export const TAIL_SHARES = [0.02, 0.01, 0.05] as const;

/** The share of pairs of different clips that may be called similar. */
export const ALLOWED_SHARE = 1e-6;

/** What the scores of different clips let expect. */
export interface Calibration {
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

/** Extrapolates the scores of the negatives, once for every beginning of the tail; none where there are too few scores. */
export function calibrate(part: JudgedPairs): Calibration[] {
  const { scores, blocks, total } = negativeScores(part);
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
      ...{ tailShare, fit, falseShare: readings[0](fit), threshold: readings[1](fit) },
      ...{ falseInterval: falseInterval!, thresholdInterval: thresholdInterval! },
    };
  });
}
