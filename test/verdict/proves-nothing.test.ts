import { describe, expect, it } from "vitest";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage, VERTICAL } from "../synthetic/footage.js";
import { judge, judgePrints } from "../synthetic/judge.js";
import { reencoded, relit } from "../synthetic/picture-edits.js";
import { cut, joined } from "../synthetic/time-edits.js";

const plain = (luma: number, seconds = 6): Clip => ({ aspect: VERTICAL, seconds, lumaAt: () => luma });
const clip = footage(1);

describe("flat and black pictures prove nothing", () => {
  it.each<[string, Clip, Clip]>([
    ["two black videos", plain(0), plain(1)],
    ["two grey ones with grain", reencoded(plain(90)), reencoded(plain(90), 2)],
    ["a black one and footage", plain(0), clip],
    ["two that fade up and down", fading(1), fading(2)],
  ])("in %s", (_, earlier, later) => {
    expect(judge(earlier, later)).toMatchObject({ grade: "distinct", rules: [] });
  });

  it("where different footage has the same black beginning", () => {
    const later = joined(plain(0, 3), cut(footage(2), 0, 3));
    expect(judge(joined(plain(0, 3), cut(clip, 0, 3)), later)).toMatchObject({
      grade: "distinct",
      rules: [],
    });
  });

  it("nor against a likeness: the same footage behind a black beginning is the same footage", () => {
    const verdict = judge(clip, joined(plain(0, 2), clip));
    expect(verdict.grade).toBe("duplicate");
    expect(verdict.transform.offsetSeconds).toBeCloseTo(2, 0);
  });

  it("unless the files are the same", () => {
    expect(judgePrints(fingerprintOf(plain(0)), fingerprintOf(plain(0))).grade).toBe("identical");
  });

  it("but very dark footage is still footage", () => {
    expect(judge(clip, relit(clip, { contrast: 0.35, brightness: -60 })).grade).toBe("duplicate");
  });
});

function fading(rate: number): Clip {
  return { ...plain(0), lumaAt: (_x, _y, t) => 110 + 100 * Math.sin(rate * t) };
}
