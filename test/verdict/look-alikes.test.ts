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
import { cut } from "../synthetic/time-edits.js";

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
  /** Two patches of a pattern on a wall move up and down, some way between two samples; a strip before the right one may lie still. */
  const moving = (strip: boolean): Clip => {
    const pattern = ground(7);
    return {
      aspect: VERTICAL,
      seconds: 5,
      lumaAt: (x, y, t) => {
        if (strip && x > 0.55 && Math.abs(y - 0.5) < 0.12) return Math.round(x * 40) % 2 === 0 ? 20 : 230;
        const isPatch = Math.abs(x - 0.27) < 0.2 || Math.abs(x - 0.77) < 0.2;
        return isPatch ? pattern(x, y + 0.1 * Math.sin(2.4 * t)) : 120;
      },
    };
  };

  it("is whole beside an overlay, whatever is below it", () => {
    const { coincidence, bestCoincidence } = measureMovingStructure(aligned(moving(false), moving(true)));
    expect(bestCoincidence).toBeGreaterThan(0.99);
    expect(coincidence).toBeLessThan(bestCoincidence);
  });

  it("coincides beyond its own next moment where the samples lie beside each other", () => {
    const { coincidence, withNextMoment, besideEachOther } = measureMovingStructure(
      aligned(moving(false), cut(moving(false), 0.13)),
    );
    expect(besideEachOther).toBeGreaterThan(0.5);
    expect(measureMovingStructure(aligned(moving(false), moving(false))).besideEachOther).toBe(0);
    expect(withNextMoment).toBeLessThan(coincidence - 0.05);
    expect(1 - coincidence).toBeLessThan(0.45 * (1 - withNextMoment));
  });

  const talker = scene({ person: 1, take: 1 });

  it("coincides in an edit, an overlay that holds still being left out", () => {
    for (const edit of [reencoded(talker), overlaid(talker, { x: 0, y: 0.75, width: 1, height: 0.25 })]) {
      expect(measureMovingStructure(aligned(talker, edit)).coincidence).toBeGreaterThan(0.94);
    }
  });

  it("does not in another person's video before the same wall", () => {
    const other = scene({ person: 2, take: 2 });
    const { coincidence, bestCoincidence } = measureMovingStructure(aligned(talker, other));
    expect(coincidence).toBeLessThan(0.9);
    expect(bestCoincidence).toBeLessThan(0.98);
  });

  it("is nowhere where nothing moves", () => {
    const still = { ...talker, lumaAt: (x: number, y: number) => talker.lumaAt(x, y, 0) };
    expect(measureMovingStructure(aligned(still, still)).cells).toBeLessThan(0.1);
  });
});
