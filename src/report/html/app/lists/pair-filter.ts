import type { Grade, RuleNumber } from "../../../../verdict/verdict.js";
import type { PagePair } from "../../page-data.js";
import type { Report } from "../report.js";

/** How pairs are sorted. */
export type PairOrder = "similarity" | "similarity-up" | "first" | "repeat";

/** Which pairs are looked at; an undefined field does not matter. */
export interface PairFilter {
  /** Part of a name, whatever its case. */
  readonly search: string;
  readonly rule: RuleNumber | undefined;
  readonly grade: Grade | undefined;
  /** 0 to 1. */
  readonly leastSimilarity: number;
  readonly account: string | undefined;
  readonly order: PairOrder;
}

/** Lets every pair through. */
export const NO_FILTER: PairFilter = {
  search: "",
  rule: undefined,
  grade: undefined,
  leastSimilarity: 0,
  account: undefined,
  order: "similarity",
};

/** True for a pair that the filter lets through. */
export function passes(pair: PagePair, filter: PairFilter, report: Report): boolean {
  const { search, rule, grade, leastSimilarity, account } = filter;
  const either = (test: (id: string) => boolean) => test(pair.a) || test(pair.b);
  const wanted = search.trim().toLowerCase();
  return (
    pair.similarity >= leastSimilarity &&
    (grade === undefined || pair.grade === grade) &&
    (rule === undefined || pair.rules.some((finding) => finding.rule === rule)) &&
    (account === undefined || either((id) => report.creative(id)?.account === account)) &&
    (wanted === "" || either((id) => report.nameOf(id).toLowerCase().includes(wanted)))
  );
}

/** The pairs that the filter lets through, in its order; equal ones stay as they were. */
export function chosenPairs(report: Report, filter: PairFilter): PagePair[] {
  const pairs = report.pairs.filter((pair) => passes(pair, filter, report));
  const name = (id: string) => report.nameOf(id);
  switch (filter.order) {
    case "similarity":
      return pairs;
    case "similarity-up":
      return pairs.sort((p, q) => p.similarity - q.similarity);
    case "first":
      return pairs.sort((p, q) => compare(name(p.a), name(q.a)));
    case "repeat":
      return pairs.sort((p, q) => compare(name(p.b), name(q.b)));
  }
}

function compare(p: string, q: string): number {
  return p < q ? -1 : p > q ? 1 : 0;
}
