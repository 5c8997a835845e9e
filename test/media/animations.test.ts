import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { lavfi, meanLuma, read, render, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const animation = render(join(folder, "a.gif"), ...lavfi("testsrc2", "size=120x200:rate=10:duration=3"));

describe("an animated WebP", () => {
  it("is a video, with the frames of the same animation as a GIF", async () => {
    const path = join(folder, "a.webp");
    await sharp(animation, { animated: true }).webp({ quality: 95, effort: 0 }).toFile(path);
    const [gif, webp] = [await read(animation), await read(path)];
    expect(gif.facts).toMatchObject({ kind: "video", width: 120, height: 200 });
    expect(webp.facts).toMatchObject({ kind: "video", width: 120, height: 200, durationSeconds: 3 });
    expect(webp.frames.map(({ timeSeconds }) => timeSeconds)).toEqual(
      gif.frames.map(({ timeSeconds }) => timeSeconds),
    );
    for (const [i, frame] of webp.frames.entries()) {
      expect(frame.picture).toMatchObject({ width: 38, height: 64 });
      const same = gif.frames[i]!;
      expect(Math.abs(meanLuma(frame) - meanLuma(same))).toBeLessThan(3);
      // What moves is at the same place: another moment of the pattern differs by more.
      expect(difference(frame.picture.luma, same.picture.luma)).toBeLessThan(
        difference(frame.picture.luma, gif.frames[(i + 6) % gif.frames.length]!.picture.luma),
      );
    }
  });

  it("is read in pieces when it is large, and no further than asked", async () => {
    const path = join(folder, "large.webp");
    const pages = [40, 80, 120, 160, 200].map((level) =>
      sharp({
        create: { width: 2600, height: 2600, channels: 3, background: { r: level, g: level, b: level } },
      })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
    // A piece is four of these pages.
    await sharp(await Promise.all(pages), { join: { animated: true } })
      .webp({ effort: 0, delay: [500, 500, 500, 500, 500] })
      .toFile(path);
    const { facts, frames } = await read(path);
    expect(facts).toMatchObject({ kind: "video", width: 2600, height: 2600, durationSeconds: 2.5 });
    expect(frames.map((frame) => Math.round(meanLuma(frame) / 40))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    const short = await read(path, { ...TEST_PLAN, maxSeconds: 1 });
    expect(short.frames).toHaveLength(4);
  });

  it("is an image when it has one picture only", async () => {
    const path = join(folder, "one.webp");
    await sharp(animation).webp().toFile(path);
    expect((await read(path)).facts).toMatchObject({ kind: "image", durationSeconds: 0 });
  });
});

describe("an animated AVIF", () => {
  it.each(["avis", "avif"])("is not taken for the still picture beside it: %s", async (brand) => {
    const source = lavfi("testsrc2", "size=160x120:rate=10:duration=1");
    const path = render(join(folder, "a.avif"), ...source, "-c:v", "libaom-av1", "-cpu-used", "8");
    const bytes = readFileSync(path);
    // Both are said of such files; one is said first.
    bytes.write(brand, 8, "latin1");
    writeFileSync(path, bytes);
    await expect(read(path)).rejects.toMatchObject({
      code: "FORMAT_UNSUPPORTED",
      detail: expect.stringContaining("animated AVIF"),
      path,
    });
  });
});

function difference(p: Uint8Array, q: Uint8Array): number {
  return p.reduce((sum, value, at) => sum + Math.abs(value - q[at]!), 0) / p.length;
}
