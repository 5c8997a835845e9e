import { describe, expect, it } from "vitest";
import { Report } from "../../../src/report/html/app/report.js";
import type { PageCreative } from "../../../src/report/html/page-data.js";
import { chosenPairs, NO_FILTER, type PairFilter } from "../../../src/report/html/pair-filter.js";
import { editedPair, readCreative } from "../sample-report.js";

const creatives: PageCreative[] = ["夏日.mp4", "B/Summer.mp4", "c.mp4"].map(readCreative);
const [zh, summer, c] = creatives.map(({ id }) => id) as [string, string, string];
const report = new Report({
  ...{ language: "en", version: "1", filmstrips: {} },
  creatives: creatives.map((creative) => (creative.id === c ? { ...creative, account: "4711" } : creative)),
  pairs: [
    { ...editedPair(zh, summer), similarity: 0.9 },
    { ...editedPair(summer, c), similarity: 0.6, grade: "similar", rules: [] },
  ],
});

describe("filtering pairs", () => {
  it.each<[string, Partial<PairFilter>, number[]]>([
    ["nothing asked", {}, [0.9, 0.6]],
    ["a name in another case", { search: " SUMMER " }, [0.9, 0.6]],
    ["a Chinese name", { search: "夏" }, [0.9]],
    ["a rule", { rule: 4 }, [0.9]],
    ["a grade", { grade: "similar" }, [0.6]],
    ["a similarity, itself included", { leastSimilarity: 0.9 }, [0.9]],
    ["an account of either side", { account: "4711" }, [0.6]],
    ["two conditions of which one fails", { grade: "similar", rule: 4 }, []],
    ["the least similar first", { order: "similarity-up" }, [0.6, 0.9]],
    ["the order of originals' names", { order: "first" }, [0.6, 0.9]],
  ])("%s", (_what, change, similarities) => {
    const chosen = chosenPairs(report.pairs, { ...NO_FILTER, ...change }, report.named);
    expect(chosen.map(({ similarity }) => similarity)).toEqual(similarities);
  });

  it("leaves the report's own order alone", () => {
    chosenPairs(report.pairs, { ...NO_FILTER, order: "similarity-up" }, report.named);
    expect(report.pairs.map(({ similarity }) => similarity)).toEqual([0.9, 0.6]);
  });
});
