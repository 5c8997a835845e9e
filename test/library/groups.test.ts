import { describe, expect, it } from "vitest";
import { similarityGroups } from "../../src/library/groups.js";
import { finishInTurns } from "../../src/threads/in-turns.js";
import type { Grade } from "../../src/verdict/verdict.js";

const pair = (a: string, b: string, grade: Grade) => ({ a, b, grade });
const groupsOf = (ids: string, pairs: ReturnType<typeof pair>[]) =>
  finishInTurns(similarityGroups(new Map([...ids].map((id) => [id, { id }])), pairs));
const idsOf = async (...given: Parameters<typeof groupsOf>) =>
  (await groupsOf(...given)).map(({ members }) => members.map(({ id }) => id).join(""));

describe("similarityGroups", () => {
  const creatives = "fedcba";

  it("joins chains of pairs, earliest first, and leaves out what is alone", async () => {
    const pairs = [pair("a", "c", "similar"), pair("c", "e", "identical"), pair("b", "d", "duplicate")];
    expect(await idsOf(creatives, pairs)).toEqual(["eca", "db"]);
    expect((await groupsOf(creatives, pairs))[0]).toMatchObject({ id: "group:e", first: { id: "e" } });
  });

  it("does not join by pairs that are merely possible, or distinct", async () => {
    expect(await idsOf(creatives, [pair("a", "b", "possible"), pair("b", "c", "distinct")])).toEqual([]);
  });

  it("does not depend on the order of pairs", async () => {
    const pairs = [
      pair("a", "b", "similar"),
      pair("c", "d", "similar"),
      pair("b", "d", "similar"),
      pair("a", "d", "similar"),
    ];
    expect(await idsOf(creatives, [...pairs].reverse())).toEqual(await idsOf(creatives, pairs));
  });
});
