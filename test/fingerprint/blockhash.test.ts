import { describe, expect, it } from "vitest";
import { blockhash } from "../../src/fingerprint/blockhash.js";
import type { Picture } from "../../src/picture/picture.js";
import { drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { noise } from "../synthetic/noise.js";
import { reencoded } from "../synthetic/picture-edits.js";

const SIZE = 64;

const differingBits = (p: Uint8Array, q: Uint8Array) =>
  p.reduce((sum, byte, at) => sum + (byte ^ q[at]!).toString(2).replaceAll("0", "").length, 0);

const hashOf = (seed: number) => blockhash(drawPicture(footage(seed), 0, SIZE));

describe("blockhash", () => {
  it("has 256 bits whatever the shape", () => {
    for (const aspect of [9 / 16, 1, 16 / 9, 0.3]) {
      expect(blockhash(drawPicture(footage(1, { aspect }), 0, SIZE))).toHaveLength(32);
    }
  });

  it("keeps nearly all bits through the grain of an encoder", () => {
    const grainy = blockhash(drawPicture(reencoded(footage(1)), 0, SIZE));
    expect(differingBits(grainy, hashOf(1))).toBeLessThan(24);
  });

  it("differs in about half of its bits between different pictures", () => {
    for (const seed of [2, 3, 4]) expect(differingBits(hashOf(1), hashOf(seed))).toBeGreaterThan(80);
  });

  it("keeps the bits of the other quarters when one quarter of the rows is replaced", () => {
    const picture = drawPicture(footage(1), 0, SIZE);
    const edited: Picture = {
      ...picture,
      luma: picture.luma.map((value, at) => (at < picture.luma.length / 4 ? 255 * noise(9, at) : value)),
    };
    expect(blockhash(edited).subarray(8)).toEqual(blockhash(picture).subarray(8));
    expect(blockhash(edited).subarray(0, 8)).not.toEqual(blockhash(picture).subarray(0, 8));
  });
});
