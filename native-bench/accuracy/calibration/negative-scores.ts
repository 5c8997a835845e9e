import { nameOfStrangers } from "../false-pairs.js";
import { groupBy } from "../group-by.js";
import type { JudgedPairs } from "../judged-corpus.js";
import type { JudgedPair } from "../judged-pair.js";

/** The scores of pairs that are known to be no repeats. */
export interface NegativeScores {
  readonly scores: readonly number[];
  /** The same by the two clips they show. */
  readonly blocks: readonly (readonly number[])[];
  /** Pairs, those included that the search ruled out without a score. */
  readonly total: number;
}

/** Whose scores: pairs of different clips, or those and the hard negatives, which are made to look alike and far more frequent here than anywhere. */
export const NEGATIVES = ["different clips", "and hard negatives"] as const;
export type Negatives = (typeof NEGATIVES)[number];

/** The scores of pairs that are no repeats. */
export function negativeScores({ pairs, searched }: JudgedPairs, of: Negatives): NegativeScores {
  const negatives = pairs.filter((pair) =>
    of === "different clips" ? pair.relation === "strangers" : isNegative(pair),
  );
  const score = ({ verdict }: JudgedPair): number => verdict.similarity;
  const comparedOfSearched = negatives.filter(
    (pair) => pair.searched && pair.relation === "strangers",
  ).length;
  return {
    scores: negatives.map(score),
    blocks: [...groupBy(negatives, ({ clips }) => clips).values()].map((block) => block.map(score)),
    total: negatives.length - comparedOfSearched + searched.originals + searched.edits,
  };
}

/** Width of a bin of {@link scoreHistograms}. */
export const BIN_WIDTH = 0.005;

/** Pairs by score in bins of {@link BIN_WIDTH}, kind by kind of negative; the last bin has those of 1 too. */
export function scoreHistograms({ pairs }: JudgedPairs): Record<string, readonly number[]> {
  const kinds = groupBy(pairs.filter(isNegative), kindOfNegative);
  return Object.fromEntries([...kinds].map(([kind, each]) => [kind, histogram(each)]));
}

function histogram(pairs: readonly JudgedPair[]): number[] {
  const bins = new Array<number>(Math.round(1 / BIN_WIDTH)).fill(0);
  for (const { verdict } of pairs) {
    const bin = Math.min(bins.length - 1, Math.floor(verdict.similarity / BIN_WIDTH));
    bins[bin]!++;
  }
  return bins;
}

function isNegative({ relation, truth }: JudgedPair): boolean {
  return relation === "strangers" || truth?.expected === "distinct";
}

function kindOfNegative({ sides, truth }: JudgedPair): string {
  if (truth !== undefined) return "hard negatives";
  return nameOfStrangers(sides);
}
