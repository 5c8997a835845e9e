import type { Findings } from "../findings.js";
import type { RuleFinding } from "../verdict.js";

/** One rule of the manual: what speaks for it in the findings; undefined where nothing does. */
export type Rule = (findings: Findings) => RuleFinding | undefined;

/** Findings below this confidence are not reported. */
const MIN_CONFIDENCE = 0.15;

/** A finding with its confidence rounded, or undefined where there is too little of it. */
export function finding(
  rule: RuleFinding["rule"],
  confidence: number,
  detail: RuleFinding["detail"],
): RuleFinding | undefined {
  if (!(confidence >= MIN_CONFIDENCE)) return undefined;
  return { rule, confidence: Number(Math.min(1, confidence).toFixed(2)), detail };
}

/** Decimals for a detail. */
export function rounded(value: number, places = 2): number {
  return Number(value.toFixed(places)) + 0;
}
