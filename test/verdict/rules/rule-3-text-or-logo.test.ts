import { describe, expect, it } from "vitest";
import type { Region } from "../../../src/picture/picture.js";
import type { Clip } from "../../synthetic/clip.js";
import { footage } from "../../synthetic/footage.js";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { overlaid, reencoded, toned, turned, vignetted } from "../../synthetic/picture-edits.js";

const clip = footage(1);
const CAPTION: Region = { x: 0.05, y: 0.76, width: 0.9, height: 0.12 };
const LOGO: Region = { x: 0.62, y: 0.04, width: 0.34, height: 0.14 };

describe("rule 3, only text or a logo", () => {
  it.each([
    ["a caption", CAPTION],
    ["a logo", LOGO],
  ])("is named where %s was put on, and hardly moves the score", (_, region) => {
    const verdict = judge(clip, overlaid(clip, region));
    expect(verdict.grade).toBe("duplicate");
    expect(verdict.similarity).toBeGreaterThan(0.85);
    expect(verdict.rules[0]!.rule).toBe(3);
    expect(confidenceOf(verdict, 3)).toBeGreaterThan(0.7);
  });

  it("is named where a caption was changed or taken away", () => {
    const captioned = overlaid(clip, CAPTION, 1);
    expect(confidenceOf(judge(captioned, overlaid(clip, CAPTION, 2)), 3)).toBeGreaterThan(0.5);
    expect(confidenceOf(judge(captioned, clip), 3)).toBeGreaterThan(0.7);
  });

  it("is named for a logo of a fiftieth of the picture", () => {
    const verdict = judge(clip, reencoded(overlaid(clip, { x: 0.76, y: 0.05, width: 0.18, height: 0.11 })));
    expect(verdict.rules[0]!.rule).toBe(3);
    expect(confidenceOf(verdict, 1)).toBeLessThan(0.5);
  });

  it.each<[string, (clip: Clip) => Clip]>([
    ["nothing was put on", reencoded],
    ["the corners were darkened", vignetted],
    ["gamma was changed", (before) => toned(before, 1.5)],
    ["it was turned", (before) => turned(before, 6)],
  ])("is not named where %s", (_, edit) => {
    expect(confidenceOf(judge(clip, edit(clip)), 3)).toBe(0);
  });

  it("does not make a match of the same caption and logo on different videos", () => {
    const labelled = (seed: number) => overlaid(overlaid(footage(seed), CAPTION), LOGO);
    for (const seed of [2, 3, 4])
      expect(judge(labelled(1), labelled(seed))).toMatchObject({ grade: "distinct", rules: [] });
  });
});
