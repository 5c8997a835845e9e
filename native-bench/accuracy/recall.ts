import { type Interval, wilsonInterval } from "../measuring/wilson-interval.js";
import { groupBy } from "./group-by.js";
import { isLost, isRecognised, isRuleNamed, type JudgedPair } from "./judged-pair.js";
import { kindOf } from "./kind-of-edit.js";

/** What became of the true pairs of one kind. */
export interface Recall {
  readonly name: string;
  readonly pairs: number;
  /** Pairs that a scan reports as the truth file expects. */
  readonly found: number;
  /** Share found, and its 95 % interval. */
  readonly recall: number;
  readonly interval: Interval;
  /** Pairs that comparing recognises, but whose earlier creative the search passed over. */
  readonly lost: number;
  /** Share of the found pairs whose rule is named rightly. */
  readonly named: number;
  /** Similarity of the least similar pair, 0 to 1. */
  readonly lowest: number;
}

/** Recall over pairs that the truth file lists as similar or possible. */
export function recallOf(name: string, pairs: readonly JudgedPair[]): Recall {
  const recognised = pairs.filter(isRecognised);
  const found = recognised.filter(isFound);
  return {
    name,
    pairs: pairs.length,
    found: found.length,
    recall: found.length / pairs.length,
    interval: wilsonInterval(found.length, pairs.length),
    lost: recognised.length - found.length,
    named: found.filter(isRuleNamed).length / found.length,
    lowest: Math.min(...pairs.map(({ verdict }) => verdict.similarity)),
  };
}

/** A scan reports the pair as the truth file expects: the search proposes it, and comparing recognises it. */
export function isFound(pair: JudgedPair): boolean {
  return isRecognised(pair) && !isLost(pair);
}

/** The pairs that ought to be reported. */
export function truePairs(pairs: readonly JudgedPair[]): JudgedPair[] {
  return pairs.filter(({ truth }) => truth !== undefined && truth.expected !== "distinct");
}

/** Recall by group of edits, then over all. */
export function recallByGroup(pairs: readonly JudgedPair[]): Recall[] {
  const groups = groupBy(truePairs(pairs), ({ truth }) => truth!.group);
  return [...[...groups].map(([name, each]) => recallOf(name, each)), recallOf("all", truePairs(pairs))];
}

/** Recall by kind of edit, kinds of a group together; random combinations by how many edits they join. */
export function recallByKind(pairs: readonly JudgedPair[]): Recall[] {
  const groups = groupBy(truePairs(pairs), ({ truth }) => truth!.group);
  return [...groups.values()].flatMap((group) =>
    [...groupBy(group, kindOf)]
      .map(([name, each]) => recallOf(name, each))
      .sort((p, q) => (p.name < q.name ? -1 : 1)),
  );
}
