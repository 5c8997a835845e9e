import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { animationOf, openImage } from "../../src/media/open-image.js";

describe("animationOf", () => {
  it.each([
    ["a picture", { format: "webp" }, undefined],
    ["a GIF of one page", { format: "gif", pages: 1 }, undefined],
    ["a document", { format: "tiff", pages: 3 }, undefined],
    ["an album", { format: "heif", pages: 3 }, undefined],
    ["an animated GIF", { format: "gif", pages: 3, delay: [1, 2, 3] }, { decoder: "ffmpeg" }],
    [
      "an animated WebP",
      { format: "webp", pages: 2, delay: [40, 80] },
      { decoder: "sharp", delaysMilliseconds: [40, 80] },
    ],
    [
      "an animation that does not tell its delays",
      { format: "webp", pages: 2 },
      { decoder: "sharp", delaysMilliseconds: [0, 0] },
    ],
  ] as const)("of %s", (_what, metadata, animation) => {
    const { delay, ...rest } = { delay: undefined, ...metadata };
    expect(animationOf({ ...rest, ...(delay && { delay: [...delay] }) })).toEqual(animation);
  });
});

describe("openImage", () => {
  const clear = { create: { width: 64, height: 64, channels: 4 as const, background: "#00000000" } };

  it("shows white through transparent pixels", async () => {
    const pixels = await openImage(await sharp(clear).png().toBuffer())
      .raw()
      .toBuffer();
    expect(new Set(pixels)).toEqual(new Set([255]));
  });

  it("refuses half a picture", async () => {
    const whole = await sharp(clear).jpeg().toBuffer();
    await expect(
      openImage(whole.subarray(0, whole.length - 40))
        .raw()
        .toBuffer(),
    ).rejects.toThrow();
  });
});
