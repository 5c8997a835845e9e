import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lavfi, meanLuma, read, render, SHORT_CLIP, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();

/** A video whose luma is its own clock: `16 + 25 a second`, so a frame tells when it was shown. */
function clock(name: string, seconds: number, ...options: string[]): string {
  return clockAt(30, name, seconds, ...options);
}

function clockAt(rate: number, name: string, seconds: number, ...options: string[]): string {
  const grey = `color=black:size=64x64:rate=${rate}:duration=${seconds},geq=lum='16+25*T':cb=128:cr=128`;
  return render(join(folder, name), "-f", "lavfi", "-i", grey, "-pix_fmt", "yuv420p", ...options);
}

/** Seconds shown by a frame of {@link clock}. */
function shownAt(luma: number): number {
  return (luma * 219) / 255 / 25;
}

describe("the time grid", () => {
  it.each([
    ["with B-frames", ["-c:v", "libx264", "-bf", "3"], 0.15],
    ["without B-frames", ["-c:v", "libx264", "-bf", "0"], 0.15],
    ["with long runs of B-frames", ["-c:v", "libx264", "-x264-params", "bframes=12:b-adapt=0"], 0.35],
  ] as const)("shows each moment where it is: %s", async (name, options, tolerance) => {
    const { frames } = await read(clock(`${name}.mp4`, 6, ...options));
    expect(frames).toHaveLength(24);
    for (const frame of frames) {
      expect(Math.abs(shownAt(meanLuma(frame)) - frame.timeSeconds)).toBeLessThan(tolerance);
    }
  });

  it("decodes in full from where skipping frames would leave a gap", async () => {
    // One frame in 16 is not bidirectional: at 10 frames a second that is a gap of 1.6 s.
    const sparse = clockAt(
      10,
      "gaps.mp4",
      8,
      "-c:v",
      "libx264",
      "-x264-params",
      "bframes=15:b-adapt=0:keyint=250",
    );
    const { frames } = await read(sparse);
    expect(frames).toHaveLength(32);
    expect(frames.map((frame) => frame.timeSeconds)).toEqual(frames.map((_, index) => index / 4));
    for (const frame of frames)
      expect(Math.abs(shownAt(meanLuma(frame)) - frame.timeSeconds)).toBeLessThan(0.2);
  });

  it("starts at the first picture when the audio starts earlier", async () => {
    const silent = clock("silent.mp4", 3, "-c:v", "libx264");
    const path = join(folder, "late.mkv");
    render(
      path,
      "-itsoffset",
      "1",
      "-i",
      silent,
      ...lavfi("sine", "duration=4"),
      "-map",
      "0:v",
      "-map",
      "1:a",
      "-c:v",
      "copy",
    );
    const [plain, late] = [await read(silent), await read(path)];
    expect(late.frames.map((frame) => [...frame.picture.luma])).toEqual(
      plain.frames.map((frame) => [...frame.picture.luma]),
    );
  });

  it("shows a last frame for as long as it lasts", async () => {
    const path = join(folder, "slides.mp4");
    const slides = "color=white:size=64x64:rate=1/3:duration=9,geq=lum='40*(1+N)':cb=128:cr=128";
    render(path, "-f", "lavfi", "-i", slides, "-c:v", "libx264", "-pix_fmt", "yuv420p");
    const { facts, frames } = await read(path);
    expect(facts.durationSeconds).toBeCloseTo(9, 0);
    expect(frames.length).toBeGreaterThanOrEqual(34);
    expect(meanLuma(frames.at(-1)!)).toBeGreaterThan(meanLuma(frames[0]!) + 60);
  });

  it("keeps the grid when the frame rate varies", async () => {
    const path = clock(
      "variable.mp4",
      6,
      "-vf",
      "select='lt(t,2)+not(mod(n,10))'",
      "-fps_mode",
      "vfr",
      "-c:v",
      "libx264",
    );
    const { frames } = await read(path);
    expect(frames.length).toBeGreaterThanOrEqual(23);
    for (const frame of frames)
      expect(Math.abs(shownAt(meanLuma(frame)) - frame.timeSeconds)).toBeLessThan(0.45);
  });

  it("reads a video of one frame", async () => {
    const path = render(
      join(folder, "one.mp4"),
      ...lavfi("testsrc2", "size=64x64:rate=25"),
      "-frames:v",
      "1",
      "-c:v",
      "libx264",
    );
    const { facts, frames } = await read(path);
    expect(frames).toHaveLength(1);
    expect(facts.kind).toBe("video");
    expect(facts.durationSeconds).toBeLessThan(0.5);
  });

  it("respects an edit list that hides the beginning", async () => {
    const whole = clock("whole.mp4", 4, "-c:v", "libx264", "-g", "250");
    const cut = render(join(folder, "cut.mp4"), "-ss", "1.5", "-i", whole, "-c", "copy");
    const { frames } = await read(cut);
    expect(shownAt(meanLuma(frames[0]!))).toBeGreaterThan(1.2);
    expect(shownAt(meanLuma(frames.at(-1)!))).toBeGreaterThan(3.5);
  });

  it("asks for nothing behind the plan's last second, and then digests no packets", async () => {
    const path = render(join(folder, "clip.mp4"), ...SHORT_CLIP, "-t", "2");
    const { facts, frames } = await read(path, { ...TEST_PLAN, maxSeconds: 1 });
    expect(frames.length).toBeGreaterThanOrEqual(4);
    expect(frames.length).toBeLessThanOrEqual(5);
    expect(facts.durationSeconds).toBeCloseTo(2, 1);
    expect(facts.videoDigest).toBeUndefined();
  });

  it("leaves out frames behind the front, and hands over the others as they are", async () => {
    const path = render(join(folder, "thinned.mp4"), ...SHORT_CLIP);
    const plan = { ...TEST_PLAN, framesPerSecond: 8 };
    const all = await read(path, plan);
    const thinned = await read(path, { ...plan, denseSeconds: 1, laterEvery: 2 });
    const expected = all.frames.filter(
      ({ timeSeconds }) => timeSeconds < 1 || Number.isInteger(timeSeconds * 4),
    );
    expect(expected.length).toBeLessThan(all.frames.length);
    expect(thinned.frames).toEqual(expected);
    expect(thinned.facts.durationSeconds).toBe(all.facts.durationSeconds);
  });
});
