import type { Grade, PairVerdict, RuleFinding, RuleNumber } from "../../verdict/verdict.js";

/** How pairs can be sorted. */
export const PAIR_ORDERS = ["similarity", "similarity-up", "first", "repeat"] as const;

/** One of {@link PAIR_ORDERS}. */
export type PairOrder = (typeof PAIR_ORDERS)[number];

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

/** What filtering needs of a pair: a whole one, or its outline. */
export interface FilteredPair extends Pick<PairVerdict, "similarity" | "grade"> {
  /** Ids of creatives. */
  readonly a: string;
  readonly b: string;
  readonly rules: readonly (RuleNumber | RuleFinding)[];
}

/** What filtering needs of a creative. */
export interface NamedCreative {
  readonly name: string;
  readonly account?: string | undefined;
}

/** True for a pair that the filter lets through. */
export function passes(
  pair: FilteredPair,
  filter: PairFilter,
  creative: (id: string) => NamedCreative,
): boolean {
  const { search, rule, grade, leastSimilarity, account } = filter;
  const either = (test: (id: string) => boolean) => test(pair.a) || test(pair.b);
  const wanted = search.trim().toLowerCase();
  return (
    pair.similarity >= leastSimilarity &&
    (grade === undefined || pair.grade === grade) &&
    (rule === undefined || pair.rules.some((each) => numberOf(each) === rule)) &&
    (account === undefined || either((id) => creative(id).account === account)) &&
    (wanted === "" || either((id) => creative(id).name.toLowerCase().includes(wanted)))
  );
}

/** The pairs that the filter lets through, in its order; equal ones stay as they were. Pairs come most similar first. */
export function chosenPairs<Pair extends FilteredPair>(
  pairs: readonly Pair[],
  filter: PairFilter,
  creative: (id: string) => NamedCreative,
): Pair[] {
  const chosen = pairs.filter((pair) => passes(pair, filter, creative));
  switch (filter.order) {
    case "similarity":
      return chosen;
    case "similarity-up":
      return chosen.sort((p, q) => p.similarity - q.similarity);
    case "first":
      return sortedBy(chosen, ({ a }) => creative(a).name);
    case "repeat":
      return sortedBy(chosen, ({ b }) => creative(b).name);
  }
}

function numberOf(rule: RuleNumber | RuleFinding): RuleNumber {
  return typeof rule === "number" ? rule : rule.rule;
}

/** Sorted by a name that is worked out once for each. */
function sortedBy<Pair>(pairs: readonly Pair[], nameOf: (pair: Pair) => string): Pair[] {
  const named = pairs.map((pair) => ({ pair, name: nameOf(pair) }));
  named.sort((p, q) => (p.name < q.name ? -1 : p.name > q.name ? 1 : 0));
  return named.map(({ pair }) => pair);
}
