import { describe, expect, it } from "vitest";
import type { Clip } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { confidenceOf, judge } from "../synthetic/judge.js";
import { zoomed } from "../synthetic/picture-edits.js";

/** Laid into a bright frame that takes `share` of each side. */
function framed(clip: Clip, share: number): Clip {
  const inside = (value: number) => (value - share) / (1 - 2 * share);
  return {
    ...clip,
    lumaAt: (x, y, t) => {
      const [px, py] = [inside(x), inside(y)];
      return px >= 0 && px < 1 && py >= 0 && py < 1 ? clip.lumaAt(px, py, t) : 230;
    },
  };
}

describe("the geometry that is told", () => {
  const clip = footage(3);

  it("is not pulled at by a frame laid around a picture that was zoomed in", () => {
    const { transform } = judge(clip, framed(zoomed(clip, 1.3), 0.07));
    expect(transform.zoom).toBeCloseTo(1.3 * 0.86, 1);
    expect(Math.abs(transform.stretch - 1)).toBeLessThan(0.04);
    expect(Math.abs(transform.angleDegrees)).toBeLessThan(1);
  });

  it("is no text or logo", () => {
    expect(confidenceOf(judge(clip, framed(zoomed(clip, 1.3), 0.07)), 3)).toBeLessThanOrEqual(0.5);
  });
});
