import { describe, expect, it } from "vitest";
import type { Segment } from "../../src/verdict/verdict.js";
import { fingerprintOf, imageFingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { judge, judgePrints } from "../synthetic/judge.js";
import { cut, joined, sped } from "../synthetic/time-edits.js";

/** How far an end of a segment may be off, seconds: one sample. */
const SAMPLE = 0.5;

const clip = footage(1, { seconds: 8, shotSeconds: 2 });
const other = footage(2, { seconds: 8 });

type Span = readonly [number, number];

function expectSegments(found: readonly Segment[], expected: readonly { a: Span; b: Span }[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [n, { a, b }] of expected.entries()) {
    const ends = [...found[n]!.a, ...found[n]!.b];
    for (const [k, end] of [...a, ...b].entries())
      expect(Math.abs(ends[k]! - end), JSON.stringify(found[n])).toBeLessThanOrEqual(SAMPLE);
    expect(found[n]!.similarity).toBeGreaterThan(0.6);
  }
}

describe("segments", () => {
  it("are one from start to end where nothing was cut", () => {
    expectSegments(judge(clip, sped(clip, 1)).segments, [{ a: [0, 8], b: [0, 8] }]);
  });

  it("end where the tail was replaced", () => {
    const later = joined(cut(clip, 0, 4), cut(other, 4));
    expectSegments(judge(clip, later).segments, [{ a: [0, 4], b: [0, 4] }]);
  });

  it("begin later where an intro was put in front", () => {
    expectSegments(judge(clip, joined(cut(other, 0, 3), clip)).segments, [{ a: [0, 8], b: [3, 11] }]);
  });

  it("tell of a shot that was removed", () => {
    expectSegments(judge(clip, joined(cut(clip, 0, 2), cut(clip, 4))).segments, [
      { a: [0, 2], b: [0, 2] },
      { a: [4, 8], b: [2, 6] },
    ]);
  });

  it("tell of halves that changed places", () => {
    expectSegments(judge(clip, joined(cut(clip, 4), cut(clip, 0, 4))).segments, [
      { a: [0, 4], b: [4, 8] },
      { a: [4, 8], b: [0, 4] },
    ]);
  });

  it("tell where a video shows an image", () => {
    const shown = { ...clip, lumaAt: (x: number, y: number) => clip.lumaAt(x, y, 0) };
    const [image, video] = [
      imageFingerprintOf(shown),
      fingerprintOf(joined(cut(other, 0, 2), cut(shown, 0, 6))),
    ];
    expectSegments(judgePrints(video, image).segments, [{ a: [2, 8], b: [0, 0] }]);
    expectSegments(judgePrints(image, video).segments, [{ a: [0, 0], b: [2, 8] }]);
  });

  it("run shorter on the side that plays faster", () => {
    expectSegments(judge(clip, sped(clip, 1.25)).segments, [{ a: [0, 8], b: [0, 6.4] }]);
  });
});
