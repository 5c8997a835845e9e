import { describe, expect, it } from "vitest";
import { detailAgreement } from "../../src/verdict/detail-agreement.js";
import { aligned } from "../align/aligned.js";
import type { Clip } from "../synthetic/clip.js";
import { judge } from "../synthetic/judge.js";
import { texture } from "../synthetic/noise.js";
import { reencoded } from "../synthetic/picture-edits.js";

/** Broad shades that move, the same ones for every seed, over grain of the seed's own. */
function shades(seed: number, seconds: number): Clip {
  const grain = texture(seed);
  return {
    aspect: 1,
    seconds,
    lumaAt: (x, y, t) =>
      110 +
      60 * Math.sin(5 * x + 2 * y + 3 * t) +
      40 * Math.sin(4 * y - 2 * x - 2 * t * t) +
      30 * grain(14 * x, 14 * y),
  };
}

describe("agreement in detail", () => {
  it("is whole where the same was encoded again", () => {
    expect(detailAgreement(aligned(shades(1, 2), reencoded(shades(1, 2))))).toBeGreaterThan(0.9);
  });

  it("is little where two creatives have broad shades in common only", () => {
    const evidence = aligned(shades(1, 2), shades(2, 2));
    expect(evidence.lines[0]!.matches[0]!.agreement).toBeGreaterThan(0.6);
    expect(detailAgreement(evidence)).toBeLessThan(0.4);
  });

  it("is asked of a handful of moments that move alike, which prove nothing by themselves", () => {
    expect(judge(shades(1, 1.5), shades(2, 1.5)).similarity).toBeLessThan(0.45);
    expect(judge(shades(1, 1.5), reencoded(shades(1, 1.5))).grade).toBe("duplicate");
  });
});
