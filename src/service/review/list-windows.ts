import {
  chosenPairs,
  type GroupWindow,
  type Library,
  type PairFilter,
  type PairOutline,
  type PairWindow,
  passes,
  type ReviewGroup,
} from "../../index.js";
import { tellCreatives, tellPairs } from "./told-pairs.js";
import type { VisibleGroup, VisibleLibrary } from "./visible-library.js";

/** Which part of a list is told. */
export interface Window {
  /** Items before it. */
  readonly from: number;
  /** Items in it, at most. */
  readonly count: number;
}

/** Which of a list's items are told. */
export interface AskedList {
  readonly filter: PairFilter;
  readonly window: Window;
}

/** Repeats that are told of a group unless they are asked for. */
const REPEATS_TOLD = 8;

/** A part of a list of pairs that the filter lets through. */
export async function pairWindow(
  list: readonly PairOutline[],
  { filter, window: { from, count } }: AskedList,
  visible: VisibleLibrary,
  library: Library,
): Promise<PairWindow> {
  const chosen = chosenPairs(list, filter, visible.creative);
  const shown = chosen.slice(from, from + count);
  const pairs = await tellPairs(shown, visible, library);
  const creatives = await tellCreatives(
    shown.flatMap(({ a, b }) => [a, b]),
    visible,
    library,
  );
  return { total: chosen.length, all: list.length, items: [...pairs.values()], creatives };
}

/** A part of the groups that have a repeat which the filter lets through, with the first such repeats of each. */
export async function groupWindow(
  { filter, window: { from, count } }: AskedList,
  visible: VisibleLibrary,
  library: Library,
): Promise<GroupWindow> {
  const chosen = visible.groups.filter((group) => chosenRepeats(group, filter, visible).length > 0);
  const shown = chosen.slice(from, from + count);
  const window = { from: 0, count: REPEATS_TOLD };
  const told = [];
  for (const group of shown) told.push(await repeatWindow(group, { filter, window }, visible, library));
  return {
    total: chosen.length,
    all: visible.groups.length,
    items: told.flatMap(({ items }) => items),
    creatives: told.flatMap(({ creatives }) => creatives),
  };
}

/** One group with a part of the repeats that the filter lets through. */
export async function repeatWindow(
  group: VisibleGroup,
  { filter, window: { from, count } }: AskedList,
  visible: VisibleLibrary,
  library: Library,
): Promise<GroupWindow> {
  const chosen = chosenRepeats(group, filter, visible);
  const shown = chosen.slice(from, from + count);
  const pairs = await tellPairs(
    shown.map(({ pair }) => pair),
    visible,
    library,
  );
  const repeats = shown.flatMap(({ id, pair }) => {
    const told = pairs.get(pair);
    return told === undefined ? [] : [{ id: visible.names.of(id), pair: told }];
  });
  const { number, first, members } = group;
  const item: ReviewGroup = {
    number,
    first: visible.names.of(first),
    size: members.length,
    repeats,
    chosenRepeats: chosen.length,
  };
  const named = [first, ...shown.flatMap(({ pair: { a, b } }) => [a, b])];
  return { total: 1, all: 1, items: [item], creatives: await tellCreatives(named, visible, library) };
}

function chosenRepeats(group: VisibleGroup, filter: PairFilter, visible: VisibleLibrary) {
  return visible.repeatsIn(group).filter(({ pair }) => passes(pair, filter, visible.creative));
}
