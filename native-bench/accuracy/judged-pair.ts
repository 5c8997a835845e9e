import type { PairTruth } from "../../samples/truth/truth-file.js";
import type { PairVerdict } from "../../src/verdict/verdict.js";
import type { PairSet } from "../corpus/clip-sets.js";

/**
 * What two files are to each other. `listed`: the truth file names the pair. `strangers`: they show originals known to be
 * unlike. `donor`: so they do, but b, an edit, has borrowed seconds of a, an original, or of its family. `kin`: two originals that may
 * share a person or a scene (rules 5 and 6), about which nothing is known.
 */
export type Relation = "listed" | "strangers" | "donor" | "kin";

/** How many of a pair's sides are originals; all other files are edits, or were made to be told apart. */
export type Sides = "two originals" | "an original" | "no original";

/** A pair and what samecut says of it. */
export interface JudgedPair {
  /** Paths in the corpus; a is the earlier creative. */
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly sides: Sides;
  readonly set: PairSet;
  /** The two originals they show, by name and in order of name. */
  readonly clips: string;
  /** What the truth file says; for listed pairs only. */
  readonly truth?: PairTruth;
  /** The search for candidates was asked for b in a library that a is in. */
  readonly searched: boolean;
  /** Squared distance at which the search found a; undefined when it did not. */
  readonly squaredDistance?: number;
  readonly verdict: PairVerdict;
}

/** The grade counts as similar at the default threshold. */
export function isSimilar({ verdict: { grade } }: JudgedPair): boolean {
  return grade === "identical" || grade === "duplicate" || grade === "similar";
}

/** The two are known to be unlike, and yet called similar. */
export function isFalse(pair: JudgedPair): boolean {
  const unlike = pair.relation === "strangers" || pair.truth?.expected === "distinct";
  return unlike && isSimilar(pair);
}

/** samecut says what the truth file expects at the least, when the two are compared directly. */
export function isRecognised(pair: JudgedPair): boolean {
  return pair.truth?.expected === "possible" ? pair.verdict.grade !== "distinct" : isSimilar(pair);
}

/** The search was asked, and passed over the earlier creative: the two would never have been compared. */
export function isLost({ searched, squaredDistance }: JudgedPair): boolean {
  return searched && squaredDistance === undefined;
}

/** Least confidence of a rule that names what was done, and the most that a rule which does not apply may have. */
const NAMED_FROM = 0.3;
const WRONG_ABOVE = 0.5;

/** One of the rules that rightly explain the pair is given with some confidence, and no other one with much. */
export function isRuleNamed({ truth, verdict: { rules } }: JudgedPair): boolean {
  const right = (rule: number): boolean => truth?.rules.some((accepted) => accepted === rule) ?? false;
  return (
    rules.some(({ rule, confidence }) => right(rule) && confidence >= NAMED_FROM) &&
    !rules.some(({ rule, confidence }) => !right(rule) && confidence > WRONG_ABOVE)
  );
}
