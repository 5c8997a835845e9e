import { describe, expect, it } from "vitest";
import type { ReportedPair, ScanReport } from "../../src/report/scan-report.js";
import { TellingPairs } from "../../src/report/telling-pairs.js";
import { editedPair, readCreative, sampleReport } from "./sample-report.js";

const pair = (
  a: string,
  b: string,
  similarity: number,
  grade: ReportedPair["grade"] = "similar",
): ReportedPair => ({
  ...editedPair(a, b),
  similarity,
  grade,
});

const group = { id: "group-1", first: "a", members: ["a", "b", "c", "d"] };
const [ab, bc, cd, ad] = [pair("a", "b", 0.7), pair("b", "c", 0.8), pair("c", "d", 0.9), pair("a", "d", 0.5)];
const [possibleInside, possibleOutside, weaker] = [
  pair("a", "c", 0.4, "possible"),
  pair("c", "x", 0.35, "possible"),
  pair("a", "x", 0.3, "possible"),
];
const report: ScanReport = {
  ...sampleReport(),
  creatives: ["a", "b", "c", "d", "x"].map(readCreative),
  pairs: [cd, bc, ab, ad, possibleInside, possibleOutside, weaker],
  groups: [group],
};

describe("TellingPairs", () => {
  const telling = new TellingPairs(report);

  it("prefers the pair with the original, then one with an earlier creative", () => {
    expect(telling.of("d", group)).toBe(ad);
    expect(telling.of("b", group)).toBe(ab);
    expect(telling.of("c", group)).toBe(bc);
  });

  it("leaves the rest of the group to those who ask for it", () => {
    expect(telling.othersIn(group)).toEqual([cd]);
  });

  it("tells the strongest possible pair between a group and a creative, and none inside the group", () => {
    expect(telling.possible()).toEqual([possibleOutside]);
  });
});
