import { describe, expect, it } from "vitest";
import type { Transform } from "../../src/verdict/verdict.js";
import type { Clip } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { judge } from "../synthetic/judge.js";
import { mirrored, quarterTurned, reencoded, turned, zoomed } from "../synthetic/picture-edits.js";
import { cut } from "../synthetic/time-edits.js";

const clip = footage(1);

/** How far each number may be off. */
const TOLERANCE = { angleDegrees: 0.8, zoom: 0.04, stretch: 0.06, speed: 0.02, offsetSeconds: 0.25 } as const;

const AS_BEFORE: Transform = {
  mirrored: false,
  angleDegrees: 0,
  zoom: 1,
  stretch: 1,
  speed: 1,
  offsetSeconds: 0,
};

describe("the transform that is reported", () => {
  it.each<[string, Clip, Clip, Partial<Transform>]>([
    ["nothing", clip, reencoded(clip), {}],
    ["a mirror image", clip, mirrored(clip), { mirrored: true }],
    ["a clockwise turn", clip, turned(clip, 6), { angleDegrees: 6 }],
    ["an anticlockwise turn", clip, turned(clip, -10), { angleDegrees: -10 }],
    ["a quarter turn", clip, quarterTurned(clip), { angleDegrees: 90 }],
    ["a half turn", clip, turned(clip, 180), { angleDegrees: 180 }],
    ["a mirror image, then turned", clip, turned(mirrored(clip), 5), { mirrored: true, angleDegrees: 5 }],
    ["a zoom", clip, zoomed(clip, 1.2), { zoom: 1.2 }],
    ["a crop off centre", clip, zoomed(clip, 1.35, { x: 0.42, y: 0.6 }), { zoom: 1.35 }],
    ["a shrunk picture", clip, zoomed(clip, 0.75), { zoom: 0.75 }],
    ["a cut in front", clip, cut(clip, 1.5), { offsetSeconds: -1.5 }],
  ])("tells of %s", (_, earlier, later, expected) => {
    const { transform } = judge(earlier, later);
    const truth = { ...AS_BEFORE, ...expected };
    expect(transform.mirrored).toBe(truth.mirrored);
    for (const [name, tolerance] of Object.entries(TOLERANCE) as [keyof typeof TOLERANCE, number][])
      expect(Math.abs(transform[name] - truth[name]), `${name} ${transform[name]}`).toBeLessThanOrEqual(
        tolerance,
      );
  });
});
