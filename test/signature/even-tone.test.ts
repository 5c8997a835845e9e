import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/picture/picture.js";
import { describeViews } from "../../src/signature/describe-views.js";
import { evenToned } from "../../src/signature/even-tone.js";
import { cosine } from "../../src/signature/key-samples.js";
import { drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";

const WHOLE = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

/** The picture with a white square in its middle, so many of its sides wide. */
function withSticker({ width, height, luma }: Picture, share: number): Picture {
  const isIn = (place: number, side: number): boolean =>
    Math.abs(place + 0.5 - side / 2) < (share * side) / 2;
  return {
    width,
    height,
    luma: luma.map((level, at) =>
      isIn(at % width, width) && isIn(Math.floor(at / width), height) ? 255 : level,
    ),
  };
}

function likeness(p: Picture, q: Picture): number {
  const [[a], [b]] = describeViews([p, q], [WHOLE]) as [[Float32Array], [Float32Array]];
  return cosine(a, b);
}

function statistics({ luma }: Picture): { mean: number; deviation: number } {
  const mean = luma.reduce((sum, level) => sum + level, 0) / luma.length;
  return {
    mean,
    deviation: Math.sqrt(luma.reduce((sum, level) => sum + (level - mean) ** 2, 0) / luma.length),
  };
}

describe("a picture of even tone", () => {
  const pictures = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => drawPicture(footage(seed), 0, 64));

  it("is more like the one that a sticker was laid over than the picture as it is", () => {
    const gains = pictures.map((picture) => {
      const covered = withSticker(picture, 0.3);
      return likeness(evenToned(picture), evenToned(covered)) - likeness(picture, covered);
    });
    expect(gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toBeGreaterThan(0.01);
  });

  it("keeps its brightness and contrast", () => {
    for (const picture of pictures) {
      const [before, after] = [statistics(picture), statistics(evenToned(picture))];
      expect(Math.abs(after.mean - before.mean)).toBeLessThan(2);
      expect(after.deviation / before.deviation).toBeGreaterThan(0.9);
      expect(after.deviation / before.deviation).toBeLessThan(1.05);
    }
  });

  it("stays flat where it was", () => {
    const flat = { width: 8, height: 8, luma: new Uint8Array(64).fill(200) };
    expect(evenToned(flat)).toEqual(flat);
  });
});
