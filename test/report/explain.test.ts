import { describe, expect, it } from "vitest";
import { placeOf } from "../../src/report/explain/regions.js";
import { clock, percent } from "../../src/report/numbers.js";
import { languageOfLocale } from "../../src/report/texts/language.js";

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
