import { describe, expect, it } from "vitest";
import { explainMeasured } from "../../src/report/explain/measured.js";
import { textsOf } from "../../src/report/texts/texts-of.js";

describe("what a rule measured", () => {
  it.each([
    ["angleDegrees", -12.5, "-12.5°"],
    ["zoom", 1.254, "1.25×"],
    ["brightness", 0.02, "+2%"],
    ["brightness", -0.1, "−10%"],
    ["coverageB", 0.73, "73%"],
    ["changedFromSeconds", 8, "0:08"],
    ["something new", 0.127, "0.13"],
  ])("has its unit: %s", (name, value, said) => {
    const [told] = explainMeasured({ detail: { [name]: value } }, textsOf("en"));
    expect(told?.value).toBe(said);
  });

  it("is said in words of the language", () => {
    const detail = { mirrored: true, audio: "removed", changedShare: 0.179, unheardOf: 1 };
    expect(explainMeasured({ detail }, textsOf("zh")).map(({ name, value }) => `${name} ${value}`)).toEqual([
      "镜像 是",
      "音频 去除",
      "改动面积 18%",
      "unheardOf 1",
    ]);
  });
});
