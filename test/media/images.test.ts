import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { lavfi, meanLuma, read, render, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const still = render(join(folder, "still.png"), ...lavfi("testsrc2", "size=120x200"), "-frames:v", "1");

async function converted(name: string, change: (image: Sharp) => Sharp): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await change(sharp(still)).toBuffer());
  return path;
}

describe("an image", () => {
  const formats: readonly (readonly [string, (image: Sharp) => Sharp])[] = [
    ["a.jpg", (image) => image.jpeg({ quality: 95 })],
    ["a.png", (image) => image.png()],
    ["16-bit.png", (image) => image.toColourspace("rgb16").png()],
    ["palette.png", (image) => image.png({ palette: true })],
    ["a.webp", (image) => image.webp({ quality: 95 })],
    ["a.avif", (image) => image.avif({ quality: 80, effort: 0 })],
    ["a.tiff", (image) => image.tiff()],
    ["cmyk.jpg", (image) => image.toColourspace("cmyk").jpeg({ quality: 95 })],
    ["still.gif", (image) => image.gif()],
  ];
  it.each(formats)("is read from %s", async (name, change) => {
    const { facts, frames } = await read(await converted(name, change));
    expect(facts).toMatchObject({ kind: "image", width: 120, height: 200, durationSeconds: 0 });
    expect(facts.videoDigest).toBeUndefined();
    expect(frames).toHaveLength(1);
    const reference = (await read(still)).frames[0]!;
    expect([frames[0]!.picture.width, frames[0]!.picture.height]).toEqual([38, 64]);
    // Colours that CMYK lacks move by some ten levels; an inverted or misread picture would move by far more.
    for (const [at, level] of frames[0]!.picture.luma.entries())
      expect(Math.abs(level - reference.picture.luma[at]!)).toBeLessThan(60);
    expect(Math.abs(meanLuma(frames[0]!) - meanLuma(reference))).toBeLessThan(15);
  });

  it("is read from a bmp, by ffmpeg", async () => {
    const path = render(join(folder, "a%d.bmp"), "-i", still, "-f", "rawvideo", "-c:v", "bmp");
    const { facts, frames } = await read(path);
    expect(facts).toMatchObject({ kind: "image", width: 120, height: 200, durationSeconds: 0 });
    expect(facts).not.toHaveProperty("videoDigest");
    expect(frames).toHaveLength(1);
    expect(Math.abs(meanLuma(frames[0]!) - meanLuma((await read(still)).frames[0]!))).toBeLessThan(3);
  });

  it("is turned as its EXIF data say", async () => {
    const path = await converted("turned.jpg", (image) => image.withMetadata({ orientation: 6 }).jpeg());
    const { facts, frames } = await read(path);
    expect([facts.width, facts.height]).toEqual([200, 120]);
    expect([frames[0]!.picture.width, frames[0]!.picture.height]).toEqual([64, 38]);
  });

  it("shows white through what is transparent", async () => {
    const clear = {
      create: { width: 64, height: 64, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    };
    const path = join(folder, "clear.png");
    writeFileSync(path, await sharp(clear).png().toBuffer());
    expect(meanLuma((await read(path)).frames[0]!)).toBe(255);
  });

  it("is read again after it was replaced", async () => {
    const path = join(folder, "replaced.png");
    const grey = (level: number) => ({
      create: { width: 64, height: 64, channels: 3 as const, background: { r: level, g: level, b: level } },
    });
    for (const level of [0, 200]) {
      writeFileSync(path, await sharp(grey(level)).png().toBuffer());
      expect(meanLuma((await read(path)).frames[0]!)).toBeCloseTo(level, 0);
    }
  });
});
