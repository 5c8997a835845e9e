import { describe, expect, it } from "vitest";
import { NO_FILTER } from "../../../src/report/html/pair-filter.js";
import { neighboursOf, pairWalk } from "../../../src/report/html/pair-walk.js";
import { editedPair } from "../sample-report.js";

describe("the way through the pairs", () => {
  const [ab, ac, bc, de] = [
    editedPair("a", "b"),
    editedPair("a", "c"),
    editedPair("b", "c"),
    { ...editedPair("d", "e"), grade: "possible" as const },
  ];
  // Alike in another order than in the groups.
  const source = { pairs: [bc, ac, ab, de], telling: () => [ab, ac, ab], possible: () => [de] };
  const named = (id: string) => ({ name: id });

  it("follows what is listed: the groups and what is possible, or all pairs in their order", () => {
    expect(pairWalk(source, { view: "groups", filter: NO_FILTER }, named)).toEqual([ab, ac, de]);
    expect(pairWalk(source, { view: "pairs", filter: NO_FILTER }, named)).toEqual([bc, ac, ab, de]);
    const filter = { ...NO_FILTER, order: "repeat" as const, search: "a" };
    expect(pairWalk(source, { view: "pairs", filter }, named)).toEqual([ab, ac]);
  });

  it("ends where the list ends", () => {
    const walk = [ab, ac, de];
    expect(neighboursOf(ab, walk, source.pairs)).toEqual({ previous: undefined, next: ac });
    expect(neighboursOf(de, walk, source.pairs)).toEqual({ previous: ac, next: undefined });
  });

  it("goes through all pairs from one that the list leaves out", () => {
    const walk = [ab, ac, de];
    expect(neighboursOf(bc, walk, source.pairs).next).toBe(ac);
    expect(neighboursOf(editedPair("x", "y"), walk, source.pairs)).toEqual({});
  });
});
