import { describe, expect, it } from "vitest";
import { describeChanges } from "../../src/report/explain/changes.js";
import { explainRule, nameOtherSide } from "../../src/report/explain/pair.js";
import { placeOf } from "../../src/report/explain/regions.js";
import { clock, percent } from "../../src/report/numbers.js";
import { languageOfLocale } from "../../src/report/texts/language.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { IDENTITY_TRANSFORM, type RuleFinding, type Transform } from "../../src/verdict/verdict.js";
import { editedPair } from "./sample-report.js";

describe("placeOf", () => {
  it.each([
    ["top", { x: 0, y: 0, width: 1, height: 0.1 }],
    ["bottom", { x: 0.05, y: 0.85, width: 0.9, height: 0.1 }],
    ["bottom-right", { x: 0.8, y: 0.9, width: 0.15, height: 0.08 }],
    ["top-left", { x: 0.02, y: 0.02, width: 0.2, height: 0.1 }],
    ["left", { x: 0, y: 0, width: 0.2, height: 1 }],
    ["centre", { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }],
    ["all", { x: 0, y: 0, width: 1, height: 1 }],
  ])("is %s", (place, region) => {
    expect(placeOf(region)).toBe(place);
  });
});

describe("numbers for people", () => {
  it("never rounds to all or to nothing", () => {
    expect([1, 0.999, 0.5, 0.001, 0].map(percent)).toEqual(["100%", "99%", "50%", "<1%", "0%"]);
  });

  it("writes times as clocks", () => {
    expect([0, 7.46, 59.96, 62, 600].map(clock)).toEqual(["0:00", "0:07.5", "1:00", "1:02", "10:00"]);
  });
});

describe("explainRule", () => {
  const laterPart = (detail: RuleFinding["detail"]) =>
    explainRule({ rule: 7, confidence: 1, detail }, editedPair("a", "b"), textsOf("en"));

  it("says that something else follows only where it does", () => {
    expect(laterPart({ changedFromSeconds: 8 })).toContain("the same until 0:08, then different");
    expect(laterPart({})).toContain("the same until 0:10.5, where it ends");
  });
});

describe("what was done to b", () => {
  const pair = editedPair("a", "b");
  const changesOf = (transform: Partial<Transform>, segments = pair.segments) =>
    describeChanges(
      {
        ...pair,
        rules: [],
        changed: { regions: [] },
        segments,
        transform: { ...IDENTITY_TRANSFORM, ...transform },
      },
      textsOf("en"),
    );

  it("tells no stretch that a fit finds where there is none", () => {
    expect(changesOf({ stretch: 1.04 })).toEqual([]);
    expect(changesOf({ stretch: 0.94 })).toHaveLength(1);
  });

  it("cuts nothing off a picture, which has no time", () => {
    expect(changesOf({ offsetSeconds: -3 }, [{ a: [2, 8], b: [0, 0], similarity: 0.9 }])).toEqual([]);
    expect(changesOf({ offsetSeconds: -3 })).toHaveLength(1);
  });
});

describe("nameOtherSide", () => {
  it("tells beside the earlier one that it is the other that has been made from it", () => {
    const name = (id: string) =>
      nameOtherSide(id, { a: "a", b: "b" }, (other) => `${other}.mp4`, textsOf("en"));
    expect([name("b"), name("a")]).toEqual(["as in a.mp4", "repeated by b.mp4"]);
  });
});

describe("languageOfLocale", () => {
  it("knows Chinese locales and takes English for all others", () => {
    expect(["zh_CN.UTF-8", "zh", "zh-Hans", "C", "", undefined, "zho"].map(languageOfLocale)).toEqual([
      "zh",
      "zh",
      "zh",
      "en",
      "en",
      "en",
      "en",
    ]);
  });
});
