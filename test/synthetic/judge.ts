import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { createComparer } from "../../src/verdict/compare.js";
import type { PairVerdict, RuleNumber } from "../../src/verdict/verdict.js";
import type { Clip } from "./clip.js";
import { fingerprintOf } from "./fingerprint-of.js";

/** One clip is compared with many; drawing it is most of the work. */
const prints = new WeakMap<Clip, Fingerprint>();

/** The verdict on a clip against an earlier one. */
export function judge(earlier: Clip, later: Clip): PairVerdict {
  return judgePrints(printOf(earlier), printOf(later));
}

/** The verdict on a fingerprint against an earlier one. */
export function judgePrints(earlier: Fingerprint, later: Fingerprint): PairVerdict {
  return createComparer(later).compareWith(earlier);
}

/** The confidence of one rule; 0 where it is not named. */
export function confidenceOf(verdict: PairVerdict, rule: RuleNumber): number {
  return verdict.rules.find((finding) => finding.rule === rule)?.confidence ?? 0;
}

function printOf(clip: Clip): Fingerprint {
  const print = prints.get(clip) ?? fingerprintOf(clip);
  prints.set(clip, print);
  return print;
}
