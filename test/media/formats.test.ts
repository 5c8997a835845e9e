import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lavfi, meanLuma, read, render, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const PATTERN = lavfi("testsrc2", "size=160x90:rate=25:duration=2");
const QUICK_AV1 = ["-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime"];

const VIDEOS: readonly (readonly [name: string, ...options: string[]])[] = [
  ["h264.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264-10bit.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p10le"],
  ["h264-444.mp4", "-c:v", "libx264", "-pix_fmt", "yuv444p"],
  ["h264-fragmented.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-movflags", "frag_keyframe+empty_moov"],
  [
    "h264-open-gop.mp4",
    "-c:v",
    "libx264",
    "-pix_fmt",
    "yuv420p",
    "-x264-params",
    "open-gop=1:keyint=10:bframes=3",
  ],
  ["h264.mov", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264.m4v", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264.mkv", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264.ts", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264.flv", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  ["h264.3gp", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
  [
    "hevc.mp4",
    "-c:v",
    "libx265",
    "-preset",
    "ultrafast",
    "-x265-params",
    "log-level=none",
    "-pix_fmt",
    "yuv420p",
  ],
  [
    "hevc-10bit.mp4",
    "-c:v",
    "libx265",
    "-preset",
    "ultrafast",
    "-x265-params",
    "log-level=none",
    "-pix_fmt",
    "yuv420p10le",
  ],
  ["vp8.webm", "-c:v", "libvpx", "-cpu-used", "8", "-deadline", "realtime"],
  ["vp9.webm", "-c:v", "libvpx-vp9", "-cpu-used", "8", "-deadline", "realtime"],
  ["av1.mp4", ...QUICK_AV1],
  ["av1.mkv", ...QUICK_AV1],
  ["mpeg4.avi", "-c:v", "mpeg4", "-bf", "2"],
  ["mpeg4.mp4", "-c:v", "mpeg4"],
  ["flv1.flv", "-c:v", "flv1"],
  ["wmv2.wmv", "-c:v", "wmv2"],
  ["mpeg2.mpg", "-c:v", "mpeg2video", "-bf", "2"],
  ["mpeg2.ts", "-c:v", "mpeg2video"],
  ["theora.ogv", "-c:v", "libtheora"],
  ["animated.gif"],
];

describe("readMedia", () => {
  it.each(VIDEOS)("reads %s", async (name, ...options) => {
    const path = render(join(folder, name), ...PATTERN, ...options);
    const { facts, frames } = await read(path);
    expect(facts).toMatchObject({ kind: "video", width: 160, height: 90 });
    expect(facts.durationSeconds).toBeGreaterThan(1.85);
    expect(facts.durationSeconds).toBeLessThan(2.15);
    expect(facts.videoDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(facts.audioDigest).toBeUndefined();
    expect(frames.length).toBeGreaterThanOrEqual(7);
    expect(frames.map((frame) => frame.timeSeconds)).toEqual(frames.map((_, index) => index / 4));
    for (const { picture } of frames) {
      expect([picture.width, picture.height, picture.luma.length]).toEqual([64, 36, 64 * 36]);
    }
    // The pattern's mean is near mid-grey in every format: range and bit depth were converted.
    expect(meanLuma(frames[0]!)).toBeGreaterThan(95);
    expect(meanLuma(frames[0]!)).toBeLessThan(145);
  });
});
