import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packPictures, quantisePicture, unpackPictures } from "../../src/fingerprint/picture-codec.js";

/** Pictures of one size of which most differ little from the one before, as a video's do: both predictions occur. */
const strips = fc
  .record({
    width: fc.integer({ min: 4, max: 40 }),
    height: fc.integer({ min: 4, max: 40 }),
    step: fc.integer({ min: 1, max: 80 }),
    count: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 1, max: 1 << 20 }),
  })
  .map(({ width, height, step, count, seed }) => {
    let state = seed;
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    let luma = new Uint8Array(width * height).map(() => next(256));
    const pictures = Array.from({ length: count }, () => {
      const change = next(4) === 0 ? 256 : 4;
      luma = luma.map((value) => value + next(change));
      return quantisePicture({ width, height, luma }, step);
    });
    return { pictures, width, height, step };
  });

describe("unpackPictures", () => {
  it("gives back what was packed, of any size, cuts and stills", () => {
    fc.assert(
      fc.property(strips, ({ pictures, width, height, step }) => {
        expect(unpackPictures(packPictures(pictures, step), pictures.length, width, height, step)).toEqual(
          pictures,
        );
      }),
      { numRuns: 100 },
    );
  });

  it("refuses what is not as many pictures", () => {
    const picture = { width: 4, height: 4, luma: new Uint8Array(16) };
    expect(() => unpackPictures(packPictures([picture], 1), 2, 4, 4, 1)).toThrow(RangeError);
  });
});
