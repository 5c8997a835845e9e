import {
  chosenPairs,
  type FilteredPair,
  type NamedCreative,
  type PairFilter,
  passes,
} from "./pair-filter.js";

/** How pairs can be listed: by the groups they explain, or all of them. */
export const PAIR_VIEWS = ["groups", "pairs"] as const;

/** One of {@link PAIR_VIEWS}. */
export type PairView = (typeof PAIR_VIEWS)[number];

/** How somebody has chosen to look at pairs. */
export interface PairListing {
  readonly view: PairView;
  readonly filter: PairFilter;
}

/** Where pairs come from. */
export interface PairSource<Pair> {
  /** All of them, most similar first. */
  readonly pairs: readonly Pair[];
  /** Those that explain the repeats, group by group. */
  telling(): Iterable<Pair>;
  /** Those of the same scene, outside the groups. */
  possible(): Iterable<Pair>;
}

/** Pairs in the order in which a listing shows them, each once. */
export function pairWalk<Pair extends FilteredPair>(
  source: PairSource<Pair>,
  { view, filter }: PairListing,
  creative: (id: string) => NamedCreative,
): Pair[] {
  if (view === "pairs") return chosenPairs(source.pairs, filter, creative);
  const shown = new Set([...source.telling(), ...source.possible()]);
  return [...shown].filter((pair) => passes(pair, filter, creative));
}

/** What stands before and after a pair; absent at an end. */
export interface PairNeighbours<Pair> {
  readonly previous?: Pair | undefined;
  readonly next?: Pair | undefined;
}

/** The neighbours of a pair in a list; none where it is not in it. */
export function neighboursIn<Pair>(list: readonly Pair[], pair: Pair): PairNeighbours<Pair> {
  const place = list.indexOf(pair);
  return place < 0 ? {} : { previous: list[place - 1], next: list[place + 1] };
}

/** The neighbours of a pair on a walk, or among all pairs where the walk leaves it out. */
export function neighboursOf<Pair>(
  pair: Pair,
  walk: readonly Pair[],
  all: readonly Pair[],
): PairNeighbours<Pair> {
  return neighboursIn(walk.includes(pair) ? walk : all, pair);
}
