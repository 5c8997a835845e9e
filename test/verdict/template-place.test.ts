import { describe, expect, it } from "vitest";
import { measureFootage } from "../../src/verdict/footage.js";
import { liesAsTemplatesDo, liesAtOneScale } from "../../src/verdict/template-place.js";
import { IDENTITY_TRANSFORM } from "../../src/verdict/verdict.js";
import { aligned } from "../align/aligned.js";
import { appPage } from "../synthetic/app-page.js";

describe("the place of a template", () => {
  it.each([
    ["as it was", {}, 1],
    ["a little smaller, as a fit may have it", { zoom: 0.95, stretch: 1.03, angleDegrees: -1 }, 1],
    ["mirrored", { mirrored: true }, 0],
    ["turned", { angleDegrees: -8 }, 0],
    ["upside down", { angleDegrees: 180 }, 0],
    ["stretched", { stretch: 0.8 }, 0],
    ["zoomed", { zoom: 1.25 }, 0],
  ])("is %s: %o, %d", (_, change, share) => {
    expect(liesAsTemplatesDo({ ...IDENTITY_TRANSFORM, ...change })).toBe(share);
  });

  it("is of one scale also mirrored and turned", () => {
    expect(liesAtOneScale({ zoom: 1 })).toBe(1);
    expect(liesAtOneScale({ zoom: 0.7 })).toBe(0);
  });

  it("decides whether what moves has to coincide", () => {
    const evidence = aligned(appPage(1), appPage(2));
    const moving = { ...evidence, commonMotion: { ...evidence.commonMotion, correlation: 0.8 } };
    const proved = (change: object) =>
      measureFootage(moving, { ...IDENTITY_TRANSFORM, ...change }).provedByMotion;
    expect(proved({})).toBeLessThan(0.2);
    expect(proved({ angleDegrees: 8 })).toBeGreaterThan(0.8);
  });
});
