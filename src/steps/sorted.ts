import type { Steps } from "./steps.js";

/** Items that one step sorts: less than a millisecond also where comparing two takes a microsecond. */
const RUN_ITEMS = 100;

/** The order of strings by their code units, for sorting. */
export function ascending(p: string, q: string): number {
  return p < q ? -1 : p > q ? 1 : 0;
}

/** The items in a new list, as `toSorted` gives them; what is equal keeps its order. */
export function* sorted<Item>(items: readonly Item[], compare: (p: Item, q: Item) => number): Steps<Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += RUN_ITEMS) {
    runs.push(items.slice(from, from + RUN_ITEMS).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let place = 0; place < runs.length; place += 2)
      merged.push(yield* mergedRuns(runs[place]!, runs[place + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns<Item>(
  earlier: readonly Item[],
  later: readonly Item[],
  compare: (p: Item, q: Item) => number,
): Steps<Item[]> {
  const merged: Item[] = [];
  let [p, q] = [0, 0];
  while (p < earlier.length || q < later.length) {
    const takesLater = p === earlier.length || (q < later.length && compare(later[q]!, earlier[p]!) < 0);
    merged.push(takesLater ? later[q++]! : earlier[p++]!);
    if (merged.length % RUN_ITEMS === 0) yield;
  }
  return merged;
}
