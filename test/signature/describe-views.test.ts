import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeViews } from "../../src/signature/describe-views.js";
import { cosine } from "../../src/signature/key-samples.js";
import type { View } from "../../src/signature/view.js";
import { drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { turned, zoomed } from "../synthetic/picture-edits.js";
import { describeView, sampleView } from "./plain-description.js";

const share = fc.double({ min: 0.2, max: 1, noNaN: true });
const view: fc.Arbitrary<View> = fc.record({
  centreX: share,
  centreY: share,
  width: share,
  height: share,
  angleDegrees: fc.constantFrom(0, 0, 0, -9, 14),
});

const WHOLE: View = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

describe("describeViews", () => {
  it.each([9 / 16, 1, 16 / 9, 5])("describes what plain sampling and plain sums do, shape %f", (aspect) => {
    const clips = [1, 2].map((seed) => footage(seed, { aspect }));
    const pictures = clips.map((clip) => drawPicture(clip, 1, Math.round(Math.sqrt(2304 / aspect))));
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 6 }), (views) => {
        const described = describeViews(pictures, [...views, ...views.slice(0, 1)]);
        for (const [at, picture] of pictures.entries()) {
          for (const [place, one] of views.entries()) {
            const plain = describeView(sampleView(picture, one));
            const values = described[at]![place];
            if (plain === undefined || values === undefined) expect(values).toBe(plain);
            else expect(cosine(values, plain)).toBeGreaterThan(0.999_999);
          }
          expect(described[at]!.at(-1)).toEqual(described[at]![0]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("describes an upright view behind a turned one whose samples are as many rows as the picture has", () => {
    const banner = drawPicture(footage(1, { aspect: 4 }), 0, 96);
    expect([banner.width, banner.height]).toEqual([96, 24]);
    const [alone] = describeViews([banner], [WHOLE]);
    const [described] = describeViews([banner], [{ ...WHOLE, angleDegrees: 9 }, WHOLE]);
    expect(described![1]).toEqual(alone![0]);
  });

  it("sees in a crop of the original what a zoom shows in full", () => {
    const clip = footage(1);
    const [[crop]] = describeViews([drawPicture(clip, 0, 64)], [{ ...WHOLE, width: 0.8, height: 0.8 }]) as [
      [Float32Array],
    ];
    const [[zoom]] = describeViews([drawPicture(zoomed(clip, 1 / 0.8), 0, 64)], [WHOLE]) as [[Float32Array]];
    expect(cosine(crop, zoom)).toBeGreaterThan(0.95);
  });

  it("sees upright what was turned, through a view turned as far", () => {
    const clip = footage(1);
    const middle = { ...WHOLE, width: 0.6, height: 0.6 };
    const [[upright]] = describeViews([drawPicture(clip, 0, 64)], [middle]) as [[Float32Array]];
    const tilted = drawPicture(turned(clip, 10), 0, 64);
    const [[straight]] = describeViews([tilted], [{ ...middle, angleDegrees: 10 }]) as [[Float32Array]];
    expect(cosine(upright, straight)).toBeGreaterThan(0.95);
  });

  it("describes nothing of no pictures", () => {
    expect(describeViews([], [WHOLE])).toEqual([]);
  });
});
