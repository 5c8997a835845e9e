import fc from "fast-check";
import { expect, it } from "vitest";
import { sorted } from "../../src/steps/sorted.js";
import { finish } from "./finish.js";

it("sorts as toSorted does, and keeps the order of what is equal", () => {
  const items = fc.array(fc.record({ rank: fc.nat({ max: 50 }), place: fc.nat() }), {
    maxLength: 1_000,
    size: "max",
  });
  fc.assert(
    fc.property(items, (given) => {
      const byRank = (p: { rank: number }, q: { rank: number }): number => p.rank - q.rank;
      const before = [...given];
      expect(finish(sorted(given, byRank))).toEqual(given.toSorted(byRank));
      expect(given).toEqual(before);
    }),
  );
});

it("compares little in a step, however much there is", () => {
  let comparisons = 0;
  let most = 0;
  const items = Array.from({ length: 20_000 }, (_, place) => (place * 7919) % 20_011);
  const steps = sorted(items, (p, q) => {
    comparisons++;
    return p - q;
  });
  for (let before = 0; steps.next().done !== true; before = comparisons)
    most = Math.max(most, comparisons - before);
  expect(most).toBeLessThan(1_000);
});
