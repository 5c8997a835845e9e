import { describe, expect, it } from "vitest";
import { measureMovingStructure } from "../../src/verdict/moving-structure.js";
import { GRADES } from "../../src/verdict/similarity.js";
import { aligned } from "../align/aligned.js";
import { appPage } from "../synthetic/app-page.js";
import type { Clip } from "../synthetic/clip.js";
import { ground, VERTICAL } from "../synthetic/footage.js";
import { judge } from "../synthetic/judge.js";
import { texture } from "../synthetic/noise.js";
import { overlaid, reencoded, zoomed } from "../synthetic/picture-edits.js";
import { scene } from "../synthetic/scene.js";

const page = appPage(1);

describe("pages of one app", () => {
  it("are not similar where they have other words", () => {
    for (const words of [2, 3, 4]) {
      expect(judge(page, appPage(words)).similarity).toBeLessThan(GRADES.similar);
    }
  });

  it.each([
    ["encoded again", reencoded(page)],
    ["zoomed", zoomed(page, 1.15)],
    ["captioned", overlaid(page, { x: 0.1, y: 0.5, width: 0.8, height: 0.12 })],
  ])("are found %s", (_, edit) => {
    expect(judge(page, edit).similarity).toBeGreaterThan(0.6);
  });
});

describe("two moments before a camera that stands still", () => {
  const picture = ground(51);

  /** A wall with a picture on it; something small passes, on another way each time. */
  const passing = (time: number, width: number): Clip => {
    const way = texture(time);
    return {
      aspect: VERTICAL,
      seconds: 6,
      lumaAt: (x, y, t) => {
        const isPicture = Math.abs(x - 0.5) < width && Math.abs(y - 0.35) < width * VERTICAL;
        const passes = Math.hypot(x - 0.5 - 0.35 * way(0.8 * t, 0), (y - 0.8) / VERTICAL) < 0.05;
        return (isPicture ? picture(x, y) : 205) - (passes ? 30 : 0);
      },
    };
  };

  it.each([0.25, 0.3])("are not similar, an edit of one of them is (picture %s)", (width) => {
    const moment = passing(1, width);
    expect(judge(moment, reencoded(passing(2, width))).similarity).toBeLessThan(GRADES.similar);
    expect(judge(moment, reencoded(moment)).similarity).toBeGreaterThan(GRADES.duplicate);
  });
});

describe("the structure of what moves", () => {
  const talker = scene({ person: 1, take: 1 });

  it("coincides in an edit, an overlay that holds still being left out", () => {
    for (const edit of [reencoded(talker), overlaid(talker, { x: 0, y: 0.75, width: 1, height: 0.25 })]) {
      expect(measureMovingStructure(aligned(talker, edit)).coincidence).toBeGreaterThan(0.94);
    }
  });

  it("does not in another person's video before the same wall", () => {
    const other = scene({ person: 2, take: 2 });
    expect(measureMovingStructure(aligned(talker, other)).coincidence).toBeLessThan(0.9);
  });

  it("is nowhere where nothing moves", () => {
    const still = { ...talker, lumaAt: (x: number, y: number) => talker.lumaAt(x, y, 0) };
    expect(measureMovingStructure(aligned(still, still)).cells).toBeLessThan(0.1);
  });
});
