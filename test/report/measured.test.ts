import { describe, expect, it } from "vitest";
import { measuredValue } from "../../../../src/report/html/app/pair/measured-value.js";

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
    expect(measuredValue(name, value)).toBe(said);
  });
});
