import { describe, expect, it } from "vitest";
import type { Creative, StoredPair } from "../../src/library/creative.js";
import { similarityGroups } from "../../src/library/groups.js";
import { distinctVerdict, type Grade } from "../../src/verdict/verdict.js";

const creative = (id: string, day: number): Creative => ({
  id,
  kind: "video",
  durationSeconds: 1,
  width: 1,
  height: 1,
  layout: "plain",
  fileDigest: `sha256:${id}`,
  addedAt: `2026-01-${String(day).padStart(2, "0")}T00:00:00.000Z`,
});
const pair = (a: string, b: string, grade: Grade): StoredPair => ({
  a,
  b,
  verdict: { ...distinctVerdict(), grade },
});
const idsOf = (creatives: Creative[], pairs: StoredPair[]) =>
  similarityGroups(creatives, pairs).map(({ members }) => members.map(({ id }) => id).join(""));

describe("similarityGroups", () => {
  const creatives = ["f", "e", "d", "c", "b", "a"].map((id, i) => creative(id, i + 1));

  it("joins chains of pairs, earliest first, and leaves out what is alone", () => {
    const pairs = [pair("a", "c", "similar"), pair("c", "e", "identical"), pair("b", "d", "duplicate")];
    expect(idsOf(creatives, pairs)).toEqual(["eca", "db"]);
    expect(similarityGroups(creatives, pairs)[0]).toMatchObject({ id: "group:e", first: { id: "e" } });
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

  it("takes the upload time before the time of adding", () => {
    const early = { ...creative("z", 20), uploadedAt: "2025-01-01T00:00:00.000Z" };
    expect(idsOf([...creatives, early], [pair("a", "z", "similar")])).toEqual(["za"]);
  });
});
