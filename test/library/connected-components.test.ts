import fc from "fast-check";
import { expect, it } from "vitest";
import { connectedComponents, type Link } from "../../src/library/connected-components.js";
import { finishInTurns } from "../../src/threads/in-turns.js";

const IDS = [..."abcdefgh"];
const byId = (ids: readonly string[]) => new Map(ids.map((id) => [id, id]));

/** Who can be reached from an id, found by walking. */
function reachableFrom(start: string, links: readonly Link[]): Set<string> {
  const seen = new Set([start]);
  for (const id of seen) {
    for (const [p, q] of links) {
      if (p === id) seen.add(q);
      if (q === id) seen.add(p);
    }
  }
  return seen;
}

it("joins exactly what can be reached, in the order of the members", async () => {
  const id = fc.constantFrom(...IDS);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(id, id), { maxLength: 12 }), async (links) => {
      const seen = new Set<string>();
      const expected = IDS.flatMap((first) => {
        const reached = reachableFrom(first, links);
        if (seen.has(first) || reached.size === 1) return [];
        for (const each of reached) seen.add(each);
        return [IDS.filter((each) => reached.has(each))];
      });
      expect(await finishInTurns(connectedComponents(byId(IDS), links))).toEqual(expected);
    }),
  );
});

it("passes over links to ids that are not there", async () => {
  expect(
    await finishInTurns(
      connectedComponents(byId(["a", "b"]), [
        ["a", "gone"],
        ["gone", "b"],
      ]),
    ),
  ).toEqual([]);
});
