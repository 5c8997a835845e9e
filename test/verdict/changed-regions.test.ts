import { describe, expect, it } from "vitest";
import type { Region } from "../../src/picture/picture.js";
import { footage, VERTICAL } from "../synthetic/footage.js";
import { confidenceOf, judge } from "../synthetic/judge.js";
import { padded } from "../synthetic/layout-edits.js";
import { blurredIn, mirrored, overlaid, reencoded, turned, zoomed } from "../synthetic/picture-edits.js";

const clip = footage(1);

/** Intersection over union. Cells are a sixth of the picture's width, so a good find does not reach 1. */
function overlap(p: Region, q: Region): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  const common = Math.max(0, width) * Math.max(0, height);
  return common / (p.width * p.height + q.width * q.height - common);
}

describe("changed regions", () => {
  it.each<[string, Region]>([
    ["a title bar", { x: 0, y: 0, width: 1, height: 0.18 }],
    ["a caption", { x: 0.05, y: 0.75, width: 0.9, height: 0.18 }],
    ["a sticker", { x: 0.5, y: 0.36, width: 0.34, height: 0.19 }],
  ])("lie where %s was put on", (_, region) => {
    const [largest] = judge(clip, overlaid(clip, region)).changed.regions;
    expect(overlap(largest!, region)).toBeGreaterThan(0.5);
  });

  it("are two where two things were put on", () => {
    const top: Region = { x: 0, y: 0, width: 1, height: 0.18 };
    const bottom: Region = { x: 0, y: 0.73, width: 1, height: 0.27 };
    const [first, second] = judge(clip, overlaid(overlaid(clip, top), bottom, 2)).changed.regions;
    expect(overlap(first!, bottom)).toBeGreaterThan(0.5);
    expect(overlap(second!, top)).toBeGreaterThan(0.5);
  });

  it("are told in the later picture, whatever else was done to it", () => {
    const region: Region = { x: 0.03, y: 0.72, width: 0.5, height: 0.2 };
    const [largest] = judge(clip, overlaid(mirrored(zoomed(clip, 1.15)), region)).changed.regions;
    expect(overlap(largest!, region)).toBeGreaterThan(0.4);
  });

  it.each([0.75, 0.84])("lie on a bar that both have (from %d of the height)", (y) => {
    const boxed = padded(footage(2, { aspect: 1 }), VERTICAL);
    const region: Region = { x: 0.1, y, width: 0.8, height: 0.1 };
    const verdict = judge(boxed, overlaid(boxed, region));
    expect(overlap(verdict.changed.regions[0]!, region)).toBeGreaterThan(0.5);
    expect(verdict.rules.map(({ rule }) => rule)).toEqual([3]);
  });

  it("is the place that was blurred out", () => {
    const region: Region = { x: 0.12, y: 0.1, width: 0.5, height: 0.2 };
    const verdict = judge(clip, blurredIn(clip, region));
    expect(overlap(verdict.changed.regions[0]!, region)).toBeGreaterThan(0.5);
    expect(confidenceOf(verdict, 3)).toBeGreaterThan(0.3);
  });

  it("reach into the edges of a picture that was turned and zoomed", () => {
    const region: Region = { x: 0, y: 0, width: 1, height: 0.12 };
    const [largest] = judge(clip, overlaid(zoomed(turned(clip, 8), 1.4), region)).changed.regions;
    expect(overlap(largest!, region)).toBeGreaterThan(0.5);
  });

  it("are not the black corners that a turn leaves", () => {
    expect(judge(clip, turned(zoomed(clip, 1.3), 8)).changed.regions).toEqual([]);
  });

  it("are none where nothing was put on", () => {
    expect(judge(clip, reencoded(clip)).changed.regions).toEqual([]);
    expect(judge(clip, mirrored(clip)).changed.regions).toEqual([]);
  });
});
