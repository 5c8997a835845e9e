import { describe, expect, it } from "vitest";
import { isTruncated } from "../../src/media/decoder-failure.js";
import { displayedSize, FfmpegLog } from "../../src/media/ffmpeg-log.js";

const HASH = "ab".repeat(32);

function logOf(...lines: string[]): FfmpegLog {
  const log = new FfmpegLog();
  for (const line of lines) log.add(line);
  return log;
}

const INPUT = [
  "[info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/a.mp4':",
  "[info]   Metadata:",
  "[info]     title           : Duration: 99:00:00.00",
  "[info]   Duration: 00:01:08.50, start: 0.000000, bitrate: 579 kb/s",
];
const VIDEO =
  "[info]   Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 720x1280 [SAR 4:3 DAR 3:4], 499 kb/s, 30 fps, 30 tbr, 15360 tbn (default)";
const MAPPING = [
  "[info] Stream mapping:",
  "[info]   Stream #0:0 -> #0:0 (h264 (native) -> wrapped_avframe (native))",
  "[info]   Stream #0:0 -> #1:0 (copy)",
];

describe("FfmpegLog", () => {
  it("reads duration, size and pixel shape", () => {
    const log = logOf(...INPUT, VIDEO, ...MAPPING);
    expect(log.containerSeconds).toBe(68.5);
    expect(log.video).toEqual({ width: 720, height: 1280, pixelAspect: 4 / 3, quarterTurns: 0 });
    expect(displayedSize(log.video!)).toEqual({ width: 960, height: 1280 });
  });

  it.each([
    ["[info]       displaymatrix: rotation of -90.00 degrees", 1280, 960],
    ["[info]         displaymatrix: rotation of 90.00 degrees", 1280, 960],
    ["[info]       displaymatrix: rotation of -180.00 degrees", 960, 1280],
  ])("reads the rotation at the indentation of every version: %s", (line, width, height) => {
    expect(displayedSize(logOf(...INPUT, VIDEO, line, ...MAPPING).video!)).toEqual({ width, height });
  });

  it("takes the stream that is decoded, not the first one", () => {
    const cover = VIDEO.replace("720x1280 [SAR 4:3 DAR 3:4]", "64x64").replace("#0:0", "#0:1");
    const mapping = MAPPING.map((line) => line.replace("#0:0 ->", "#0:1 ->"));
    expect(logOf(...INPUT, VIDEO, cover, ...mapping).video).toMatchObject({ width: 64, height: 64 });
  });

  it("reads the digests of packets", () => {
    const log = logOf(`0,v,SHA256=${HASH}`, `1,a,SHA256=${HASH}`, `2,a,SHA256=${HASH}`);
    expect(log.videoHash).toBe(HASH);
    expect(log.audioHashes).toEqual([HASH, HASH]);
  });

  it("reads the times of decoded frames", () => {
    const log = logOf("[info] 0.133333", "[info] 0.266667");
    expect(log.newestFrameSeconds).toBeCloseTo(0.266667, 6);
    expect(log.complaints).toEqual([]);
  });

  it("believes no tag of the file", () => {
    const log = logOf(
      `[info]     comment         : 0,v,SHA256=${HASH}`,
      `[info]                     : 0,v,SHA256=${HASH}`,
      "[info]     title           :   Duration: 01:00:00.00",
      "[info]     artist          : [error] moov atom not found",
      "[info]     date            : 3.500000",
      "[info]                     : 3.500000",
    );
    expect(log.videoHash).toBeUndefined();
    expect(log.newestFrameSeconds).toBeUndefined();
    expect(log.containerSeconds).toBeUndefined();
  });

  it("takes no tag for a complaint", () => {
    const log = logOf(
      ...INPUT,
      "[info]     title           : [error] partial file",
      "[info]     description     : one",
      "                    : [error] partial file",
      "                    : bwrap: no room",
      "                        : partial file",
    );
    expect(log.complaints).toEqual([]);
  });

  it("believes the digests behind the names of tags", () => {
    const forged = [
      "[info]     a",
      `0,v,SHA256=${"cd".repeat(32)}`,
      `1,a,SHA256=${"cd".repeat(32)}`,
      "b : c",
    ];
    const log = logOf(...forged, `0,v,SHA256=${HASH}`, `1,a,SHA256=${HASH}`);
    expect(log.videoHash).toBe(HASH);
    expect(log.audioHashes).toEqual([HASH]);
  });

  it.each([
    "[warning] one",
    "[error] one",
    "[fatal] one",
    "[mov,mp4,m4a,3gp,3g2,mj2 @ 0x5] [error] one",
    "[vist#0:0/h264 @ 0x5] [dec:h264 @ 0x6] [error] one",
    "[mov @ 000001f2c0ffee00] [panic] one",
  ])("knows a complaint: %s", (line) => {
    expect(logOf("[info] Input #0", line).complaints).toEqual([line]);
  });

  it("hears what stands around ffmpeg, until ffmpeg speaks", () => {
    const before = [
      "bwrap: No permissions to create new namespace",
      "samecut: 1: ulimit: too many arguments",
    ];
    expect(logOf(...before, "", "[info] Input #0", "bwrap: said by a tag").complaints).toEqual(before);
  });

  it("keeps complaints, but not without end", () => {
    const log = new FfmpegLog();
    for (let line = 0; line < 100_000; line++) {
      log.add(`[h264 @ 0x5] [error] error while decoding MB ${line} 2`);
      log.add(`[h264 @ 0x5] [error] no word as the one before: ${line.toString(36)}`);
    }
    expect(log.complaints.length).toBeLessThan(1000);
  });

  it("keeps the complaint that comes after many", () => {
    const log = new FfmpegLog();
    for (let block = 0; block < 1000; block++)
      log.add(`[h264 @ 0x5] [error] error while decoding MB ${block} 2`);
    log.add("[matroska,webm @ 0x5] [error] File ended prematurely");
    expect(isTruncated(log.complaints)).toBe(true);
  });
});
