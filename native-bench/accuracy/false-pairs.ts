import { type Interval, wilsonInterval } from "../measuring/wilson-interval.js";
import { groupBy } from "./group-by.js";
import type { JudgedPairs } from "./judged-corpus.js";
import { isSimilar, type JudgedPair, type Relation, type Sides } from "./judged-pair.js";

/** What became of pairs that ought not to be called similar. */
export interface FalsePairs {
  readonly name: string;
  readonly pairs: number;
  /** Of them compared; the search ruled out the others. */
  readonly compared: number;
  readonly similar: number;
  /** 95 % interval of the share called similar. */
  readonly interval: Interval;
  readonly possible: number;
  /** Similarity of the most similar pair, 0 to 1. */
  readonly highest: number;
}

/** Counts over the compared pairs; `total` where the search had ruled out others before. */
export function falsePairsOf(
  name: string,
  compared: readonly JudgedPair[],
  total: number = compared.length,
): FalsePairs {
  const similar = compared.filter(isSimilar).length;
  return {
    name,
    pairs: total,
    compared: compared.length,
    similar,
    interval: wilsonInterval(similar, total),
    possible: compared.filter(({ verdict }) => verdict.grade === "possible").length,
    highest: compared.reduce((most, { verdict }) => Math.max(most, verdict.similarity), 0),
  };
}

/** The listed pairs that are not similar: by kind, then over all. */
export function hardNegatives(pairs: readonly JudgedPair[]): FalsePairs[] {
  const negatives = pairs.filter(({ truth }) => truth?.expected === "distinct");
  const kinds = [...groupBy(negatives, ({ truth }) => truth!.edit)].sort(([p], [q]) => (p < q ? -1 : 1));
  return [...kinds.map(([name, each]) => falsePairsOf(name, each)), falsePairsOf("all", negatives)];
}

/** Pairs of different clips: those known to be unlike first, then those that have something in common. */
export function differentClips({ pairs, searched }: JudgedPairs): FalsePairs[] {
  const of = (relation: Relation, sides: Sides): JudgedPair[] =>
    pairs.filter((pair) => pair.relation === relation && pair.sides === sides);
  const strangers = (sides: Sides, total?: number): FalsePairs =>
    falsePairsOf(nameOfStrangers(sides), of("strangers", sides), total);
  return [
    strangers("two originals"),
    strangers("an original", searched.originals),
    strangers("no original", searched.edits),
    falsePairsOf(
      "an edit and the original it borrows seconds from, or one of its family",
      of("donor", "an original"),
      searched.donors,
    ),
    falsePairsOf("two originals of one family (rules 5, 6)", of("kin", "two originals")),
  ];
}

/** What pairs of strangers are called in tables and records. */
export function nameOfStrangers(sides: Sides): string {
  const names = { "an original": "an edit and another original", "no original": "edits of two clips" };
  return sides === "two originals" ? sides : names[sides];
}
