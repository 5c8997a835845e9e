import type { ReportedPair } from "../report/scan-report.js";
import type { PairVerdict } from "../verdict/verdict.js";

/** Decimals of the numbers in a report: finer than anything measured, and free of floating-point dust. */
const DECIMALS = 4;

/**
 * The verdict as a report lists it, or undefined when it does not. Without a threshold the verdict's own grade decides.
 * With one (`GRADES.similar` to 1), `duplicate` and `similar` pairs below it are left out; `identical` and `possible` pairs stay.
 */
export function listPair(
  a: string,
  b: string,
  verdict: PairVerdict,
  threshold: number | undefined,
): ReportedPair | undefined {
  const { grade } = verdict;
  if (grade === "distinct" || !isListed(verdict, threshold)) return undefined;
  return { a, b, ...rounded(verdict), grade };
}

/** Whether {@link listPair} lists a verdict. */
export function isListed({ grade, similarity }: PairVerdict, threshold = 0): boolean {
  return grade === "duplicate" || grade === "similar" ? similarity >= threshold : grade !== "distinct";
}

/** The same value with all numbers in it rounded. */
function rounded<Value>(value: Value): Value {
  if (typeof value === "number") return Number(value.toFixed(DECIMALS)) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)])) as Value;
}
