import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/picture/picture.js";
import { fittedSize, resample, resamplePicture } from "../../src/picture/resample.js";

const side = fc.integer({ min: 4, max: 40 });
const pictures: fc.Arbitrary<Picture> = fc
  .tuple(side, side)
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((luma) => ({ width, height, luma })),
  );

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe("resample", () => {
  it("keeps the mean at any size", () => {
    fc.assert(
      fc.property(pictures, side, side, (picture, width, height) => {
        expect(mean(resample(picture.luma, picture, width, height))).toBeCloseTo(mean(picture.luma), 2);
      }),
    );
  });

  it("gives back a picture asked for in its own size", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(resamplePicture(picture, picture.width, picture.height)).toEqual(picture);
      }),
    );
  });

  it("averages the area a pixel covers, parts of pixels by their part", () => {
    const row = { width: 3, height: 1, luma: Uint8Array.of(0, 90, 30) };
    expect(Array.from(resample(row.luma, row, 2, 1))).toEqual([30, 50]);
  });
});

describe("fittedSize", () => {
  it("keeps the shape, at about the pixels asked for", () => {
    expect(fittedSize(1080, 1920, 2304)).toEqual({ width: 36, height: 64 });
    expect(fittedSize(1920, 1080, 2304)).toEqual({ width: 64, height: 36 });
    expect(fittedSize(500, 500, 2304)).toEqual({ width: 48, height: 48 });
  });

  it("leaves no side too short to look at, however long the other is", () => {
    expect(fittedSize(1, 9000, 2304)).toEqual({ width: 4, height: 576 });
  });
});
