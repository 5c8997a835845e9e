import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lavfi, read, render, SHORT_CLIP, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);

/**
 * Copies the clip and writes another matrix into its track header, as phones do that are held upright. (How ffmpeg is
 * told to do so differs between its versions.)
 */
function withMatrix(name: string, [a, b, c, d]: readonly [number, number, number, number]): string {
  const bytes = readFileSync(clip);
  const matrix = bytes.indexOf("tkhd") + 44;
  for (const [place, value] of [a, b, 0, c, d].entries())
    bytes.writeInt32BE(value * 0x10000, matrix + 4 * place);
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

describe("the displayed picture", () => {
  it("is turned as the rotation metadata say", async () => {
    const turned = withMatrix("turned.mp4", [0, 1, -1, 0]);
    const { facts, frames } = await read(turned);
    expect([facts.width, facts.height]).toEqual([90, 160]);
    expect([frames[0]!.picture.width, frames[0]!.picture.height]).toEqual([36, 64]);
  });

  it("keeps its size when it is turned half around", async () => {
    const turned = withMatrix("upside-down.mp4", [-1, 0, 0, -1]);
    const { facts } = await read(turned);
    expect([facts.width, facts.height]).toEqual([160, 90]);
  });

  it.each([
    ["16/9", 320, 180],
    ["1/2", 180, 360],
  ] as const)("has the shape the pixels give it: %s", async (aspect, width, height) => {
    const path = join(folder, `aspect-${width}.mp4`);
    render(
      path,
      ...lavfi("testsrc2", "size=180x180:rate=10:duration=1"),
      "-vf",
      `setdar=${aspect}`,
      "-c:v",
      "libx264",
    );
    const { facts, frames } = await read(path);
    expect([facts.width, facts.height]).toEqual([width, height]);
    const { picture } = frames[0]!;
    expect(picture.width / picture.height).toBeCloseTo(width / height, 1);
    expect(Math.max(picture.width, picture.height)).toBe(64);
  });

  it("is full range: black is 0 and white 255", async () => {
    const path = join(folder, "halves.mp4");
    const halves = "color=black:size=32x64,pad=64:64:32:0:white";
    render(path, "-f", "lavfi", "-i", `${halves},trim=duration=1`, "-c:v", "libx264", "-pix_fmt", "yuv420p");
    const luma = (await read(path)).frames[0]!.picture.luma;
    expect(Math.max(...luma)).toBeGreaterThanOrEqual(253);
    expect(Math.min(...luma)).toBeLessThanOrEqual(2);
  });

  it("tells its mean colour", async () => {
    const path = render(
      join(folder, "red.mp4"),
      ...lavfi("color", "red:size=64x64:duration=1"),
      "-c:v",
      "libx264",
    );
    const frame = (await read(path)).frames[0]!;
    expect(frame.chromaRed).toBeGreaterThan(220);
    expect(frame.chromaBlue).toBeLessThan(110);
  });

  it("keeps its size and its time grid when the size changes in mid-stream", async () => {
    const small = render(
      join(folder, "a.ts"),
      ...lavfi("testsrc2", "size=160x90:rate=25:duration=1"),
      "-c:v",
      "libx264",
    );
    const large = render(
      join(folder, "b.ts"),
      ...lavfi("testsrc2", "size=320x180:rate=25:duration=1"),
      ...["-c:v", "libx264", "-output_ts_offset", "1"],
    );
    const both = join(folder, "both.ts");
    writeFileSync(both, Buffer.concat([readFileSync(small), readFileSync(large)]));
    const { facts, frames } = await read(both);
    expect([facts.width, facts.height]).toEqual([160, 90]);
    expect(frames.length).toBeGreaterThanOrEqual(7);
    expect(new Set(frames.map((frame) => frame.picture.luma.length))).toEqual(new Set([64 * 36]));
  });
});
