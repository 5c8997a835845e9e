import { describe, expect, it } from "vitest";
import { linkSimilar, orderOf, similarityGroups } from "../../src/library/groups.js";
import type { Grade } from "../../src/verdict/verdict.js";

const creative = (id: string, day: number) => ({
  id,
  publishedAt: `2026-01-${String(day).padStart(2, "0")}T00:00:00.000Z`,
});
const pair = (a: string, b: string, grade: Grade) => ({ a, b, grade });
const groupsOf = (creatives: ReturnType<typeof creative>[], pairs: ReturnType<typeof pair>[]) => {
  const similar = linkSimilar(new Map(creatives.map((each) => [each.id, each])), pairs);
  return similarityGroups(similar, orderOf(similar.linked));
};
const idsOf = (...given: Parameters<typeof groupsOf>) =>
  groupsOf(...given).map(({ members }) => members.map(({ id }) => id).join(""));

describe("similarityGroups", () => {
  const creatives = ["f", "e", "d", "c", "b", "a"].map((id, i) => creative(id, i + 1));

  it("joins chains of pairs, earliest first, and leaves out what is alone", () => {
    const pairs = [pair("a", "c", "similar"), pair("c", "e", "identical"), pair("b", "d", "duplicate")];
    expect(idsOf(creatives, pairs)).toEqual(["eca", "db"]);
    expect(groupsOf(creatives, pairs)[0]).toMatchObject({ id: "group:e", first: { id: "e" } });
  });

  it("does not join by pairs that are merely possible, or distinct", () => {
    expect(idsOf(creatives, [pair("a", "b", "possible"), pair("b", "c", "distinct")])).toEqual([]);
  });

  it("does not depend on the order of creatives and pairs", () => {
    const pairs = [
      pair("a", "b", "similar"),
      pair("c", "d", "similar"),
      pair("b", "d", "similar"),
      pair("a", "d", "similar"),
    ];
    expect(idsOf([...creatives].reverse(), [...pairs].reverse())).toEqual(idsOf(creatives, pairs));
  });
});
