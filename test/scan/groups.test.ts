import { describe, expect, it } from "vitest";
import type { ReportedGrade, ReportedPair } from "../../src/report/scan-report.js";
import { groupPairs } from "../../src/scan/groups.js";
import { finishInTurns } from "../../src/threads/in-turns.js";

function pair(a: string, b: string, grade: ReportedGrade = "similar"): ReportedPair {
  return {
    a,
    b,
    grade,
    similarity: 0.9,
    rules: [],
    coverage: { a: 1, b: 1 },
    segments: [],
    transform: { mirrored: false, angleDegrees: 0, zoom: 1, stretch: 1, speed: 1, offsetSeconds: 0 },
    changed: { regions: [] },
  };
}

const creatives = (...ids: string[]) => new Map(ids.map((id) => [id, { id }]));

const grouped = (...given: Parameters<typeof groupPairs>) => finishInTurns(groupPairs(...given));

describe("groupPairs", () => {
  it("joins what is connected step by step, earliest first", async () => {
    const groups = await grouped(creatives("a", "b", "c", "d", "e", "f"), [
      pair("b", "d"),
      pair("d", "f"),
      pair("a", "e", "identical"),
    ]);
    expect(groups).toEqual([
      { id: "group-1", first: "a", members: ["a", "e"] },
      { id: "group-2", first: "b", members: ["b", "d", "f"] },
    ]);
  });

  it("does not join on possible pairs", async () => {
    expect(await grouped(creatives("a", "b"), [pair("a", "b", "possible")])).toEqual([]);
  });

  it("does not depend on the order of the pairs", async () => {
    const pairs = [pair("a", "b"), pair("c", "d"), pair("b", "c"), pair("e", "f")];
    const order = creatives("a", "b", "c", "d", "e", "f");
    expect(await grouped(order, [...pairs].reverse())).toEqual(await grouped(order, pairs));
  });
});
