import { rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawFilmstrip, readFilmstrip } from "../../src/media/filmstrip/filmstrips.js";
import { readStripFrames } from "../../src/media/filmstrip/strip-frames.js";
import { openMediaFile } from "../../src/media/media-file.js";
import { runLimits } from "../../src/media/run-limits.js";
import type { Filmstrip } from "../../src/picture/filmstrip.js";
import { pretendFfmpeg } from "./pretended-ffmpeg.js";
import { lavfi, render, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const SIZE = { width: 160, height: 90 };
const PLAN = { timesSeconds: [0.5, 1.5, 2.5], longSide: 64, maxBytes: 100_000 };

/** One second each of black, grey and white. */
function threeShades(name: string, options: readonly string[] = [], rate = 25): string {
  const shades = ["black", "gray", "white"].flatMap((shade) =>
    lavfi("color", `${shade}:size=160x90:rate=${rate}:duration=1`),
  );
  return render(join(folder, name), ...shades, "-filter_complex", "concat=n=3", ...options);
}

/** Mean luma of each picture, 0 to 255. */
async function lumas({ image, frames, frameWidth, frameHeight }: Filmstrip): Promise<number[]> {
  return await Promise.all(
    frames.map(async (_, place) => {
      const region = { left: place * frameWidth, top: 0, width: frameWidth, height: frameHeight };
      const { channels } = await sharp(await sharp(image).extract(region).png().toBuffer())
        .greyscale()
        .stats();
      return channels[0]?.mean ?? Number.NaN;
    }),
  );
}

describe("a filmstrip", () => {
  it.each<[string, string, string[], number?]>([
    ["H.264 with B-frames", "shades.mp4", ["-c:v", "libx264", "-bf", "3", "-pix_fmt", "yuv420p"]],
    ["VP9", "shades.webm", ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]],
    ["one frame a second", "slow.mp4", ["-c:v", "libx264", "-pix_fmt", "yuv420p"], 1],
  ])("shows the moments that were asked for: %s", async (_what, name, options, rate = 25) => {
    const strip = await readFilmstrip(threeShades(name, options, rate), SIZE, PLAN);
    expect(strip).toMatchObject({ frameWidth: 64, frameHeight: 36, frames: [{ timeSeconds: 0.5 }, {}, {}] });
    const [black, grey, white] = await lumas(strip);
    expect(black).toBeLessThan(20);
    expect(grey).toBeGreaterThan(100);
    expect(grey).toBeLessThan(150);
    expect(white).toBeGreaterThan(235);
  });

  it("shows the last picture for moments after the end", async () => {
    const strip = await readFilmstrip(threeShades("end.mp4"), SIZE, { ...PLAN, timesSeconds: [0.5, 2.5, 9] });
    expect(await lumas(strip)).toEqual([
      expect.closeTo(0, -1.5),
      expect.closeTo(255, -1.5),
      expect.closeTo(255, -1.5),
    ]);
  });

  it("shows the very last picture for them, not the last that was asked for", async () => {
    const strip = await readFilmstrip(threeShades("last.mp4"), SIZE, { ...PLAN, timesSeconds: [0.5, 9] });
    expect(await lumas(strip)).toEqual([expect.closeTo(0, -1.5), expect.closeTo(255, -1.5)]);
  });

  it("shows the only picture of a video of one", async () => {
    const one = render(
      join(folder, "one.mp4"),
      ...lavfi("color", "white:size=160x90:rate=25"),
      "-frames:v",
      "1",
    );
    const strip = await readFilmstrip(one, SIZE, { ...PLAN, timesSeconds: [0.04] });
    expect(await lumas(strip)).toEqual([expect.closeTo(255, -1.5)]);
  });

  it("shows two moments that share a picture by the same one", async () => {
    const shades = threeShades("near.mp4");
    const strip = await readFilmstrip(shades, SIZE, { ...PLAN, timesSeconds: [0.5, 0.51, 2.5] });
    expect(await lumas(strip)).toEqual([
      expect.closeTo(0, -1.5),
      expect.closeTo(0, -1.5),
      expect.closeTo(255, -1.5),
    ]);
  });

  it("keeps to its bytes by giving up quality", async () => {
    const noise = render(join(folder, "noise.mp4"), ...lavfi("testsrc2", "size=320x568:rate=10:duration=3"));
    const [rich, poor] = await Promise.all(
      [100_000, 4_000].map((maxBytes) =>
        readFilmstrip(noise, { width: 320, height: 568 }, { ...PLAN, longSide: 192, maxBytes }),
      ),
    );
    expect(poor?.image.length).toBeLessThan((rich?.image.length ?? 0) * 0.7);
  });

  it("of an image is the image", async () => {
    const path = join(folder, "white.png");
    await sharp({ create: { ...SIZE, channels: 4, background: "#ffffff80" } })
      .png()
      .toFile(path);
    const strip = await readFilmstrip(path, SIZE, { ...PLAN, timesSeconds: [0] });
    expect(await lumas(strip)).toEqual([255]);
  });

  it.each(["webp", "gif"] as const)("of an animated %s shows its pages", async (format) => {
    const pages = [0, 128, 255].map((shade) => ({
      create: { ...SIZE, channels: 3 as const, background: { r: shade, g: shade, b: shade } },
    }));
    const pictures = await Promise.all(pages.map((page) => sharp(page).png().toBuffer()));
    const path = join(folder, `shades.${format}`);
    await sharp(pictures, { join: { animated: true } })
      .toFormat(format, { delay: [1000, 1000, 1000] })
      .toFile(path);
    const shades = (await lumas(await readFilmstrip(path, SIZE, PLAN))).map((luma) => Math.round(luma / 32));
    expect(shades).toEqual([0, 4, 8]);
  });

  it("cannot be taken of what is no picture, or is gone", async () => {
    const gone = threeShades("gone.mp4");
    await rm(gone);
    await expect(readFilmstrip(gone, SIZE, PLAN)).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  });

  it.each([
    ["dies", "kill -SEGV $$", { code: "DECODER_CRASHED", detail: /SIGSEGV/ }, {}],
    ["gives up", "echo '[error] File ended prematurely' >&2; exit 1", { code: "MEDIA_DAMAGED" }, {}],
    [
      "falls silent",
      "exec sleep 1000",
      { code: "DECODER_TIMED_OUT", detail: "nothing came for 0.5 s" },
      { stallLimitSeconds: 0.5 },
    ],
    [
      "does not end",
      "while :; do echo '[info] on' >&2; sleep 0.1; done",
      { code: "DECODER_TIMED_OUT", detail: "not done after 1 s" },
      { timeLimitSeconds: 1 },
    ],
  ])("is none when ffmpeg %s after its first picture", async (what, end, error, given) => {
    const path = threeShades("shades-again.mp4");
    const size = { width: 64, height: 36 };
    pretendFfmpeg(join(folder, what.replaceAll(" ", "-")), `head -c ${64 * 36 * 3} /dev/zero; ${end}`);
    const file = await openMediaFile(path);
    const limits = runLimits(file.sizeBytes, given);
    const { timesSeconds } = PLAN;
    const reading = readStripFrames({ file, demuxer: "mov", size, timesSeconds, limits, signal: undefined });
    await expect(reading).rejects.toMatchObject({ ...error, path });
  });

  it("is drawn from grey pictures where there is no file, each moment by the nearest", async () => {
    const sample = (timeSeconds: number, luma: number) => ({
      timeSeconds,
      picture: { width: 8, height: 4, luma: new Uint8Array(32).fill(luma) },
    });
    const strip = await drawFilmstrip([sample(0.25, 0), sample(1.75, 128), sample(2.25, 255)], SIZE, PLAN);
    expect(strip).toMatchObject({ frameWidth: 64, frameHeight: 36 });
    expect((await lumas(strip)).map(Math.round)).toEqual([0, 128, 255]);
  });
});
