import { describe, expect, it } from "vitest";
import type { Clip } from "../../synthetic/clip.js";
import { footage, VERTICAL } from "../../synthetic/footage.js";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { blurPadded, framed, padded } from "../../synthetic/layout-edits.js";
import {
  blurred,
  cutToSquare,
  mirrored,
  quarterTurned,
  reencoded,
  relit,
  turned,
  zoomed,
} from "../../synthetic/picture-edits.js";

const clip = footage(1);
const wide = footage(2, { aspect: 16 / 9 });

describe("rule 4, only scaled, turned or of other light", () => {
  it.each<[string, Clip, Clip]>([
    ["mirrored", clip, mirrored(clip)],
    ["turned by 5 degrees", clip, turned(clip, 5)],
    ["turned by -13 degrees", clip, turned(clip, -13)],
    ["turned by a quarter", clip, quarterTurned(clip)],
    ["upside down", clip, turned(clip, 180)],
    ["zoomed to 1.2", clip, zoomed(clip, 1.2)],
    ["cropped off centre to 70 percent", clip, zoomed(clip, 1 / 0.7, { x: 0.42, y: 0.6 })],
    ["shrunk to 70 percent", clip, zoomed(clip, 0.7)],
    ["framed", clip, framed(clip, 0.1)],
    ["padded with bars", wide, padded(wide, VERTICAL)],
    ["cut to a square and padded with bars", wide, padded(cutToSquare(wide), VERTICAL, 250)],
    ["padded with a blurred copy", wide, blurPadded(wide, VERTICAL)],
    ["darkened", clip, relit(clip, { brightness: -40 })],
    ["blurred", clip, blurred(clip)],
    ["of less contrast", clip, relit(clip, { contrast: 0.6 })],
    [
      "in other colours",
      { ...clip, chromaBlue: 120, chromaRed: 140 },
      { ...clip, chromaBlue: 140, chromaRed: 120 },
    ],
    [
      "mirrored, turned, zoomed and brightened",
      clip,
      relit(mirrored(turned(zoomed(clip, 1.12), 4)), { brightness: 20 }),
    ],
  ])("is named where it was %s", (_, earlier, later) => {
    const verdict = judge(earlier, later);
    expect(verdict.grade).toBe("duplicate");
    expect(confidenceOf(verdict, 4)).toBeGreaterThan(0.6);
  });

  it("is not named for what encoding again does", () => {
    expect(confidenceOf(judge(clip, reencoded(clip)), 4)).toBe(0);
  });

  it("does not make a match of the same edit of different videos", () => {
    const edit = (seed: number) => turned(mirrored(footage(seed)), 7);
    for (const seed of [3, 4, 5])
      expect(judge(edit(2), edit(seed))).toMatchObject({ grade: "distinct", rules: [] });
  });
});
