import { describe, expect, it } from "vitest";
import { classifyFailure, isTruncated } from "../../src/media/decoder-failure.js";

const LINES: readonly (readonly [line: string, code: string])[] = [
  ["[fatal] file:/a.mp4: Permission denied", "FILE_UNREADABLE"],
  ["[error] Error while opening decoder for input stream #0:0 : Operation not permitted", "MEDIA_DAMAGED"],
  ["[error] file:/a.webm: Input/output error", "MEDIA_DAMAGED"],
  ["bwrap: Creating new namespace failed: Resource temporarily unavailable", "SANDBOX_UNAVAILABLE"],
  ["bwrap: Can't find source path /a.mp4: No such file or directory", "FILE_NOT_FOUND"],
  ["unshare: unshare failed: Operation not permitted", "SANDBOX_UNAVAILABLE"],
  ["[error] file:/a.mp4: No such file or directory", "FILE_NOT_FOUND"],
  ["[hls @ 0x5] [error] Format not on whitelist 'mov'", "PLAYLIST_REFUSED"],
  ["[http @ 0x5] [error] Protocol 'http' not on whitelist 'file,pipe'!", "PLAYLIST_REFUSED"],
  ["[IMGUTILS @ 0x7ffe] [error] Picture size 16384x16384 is invalid", "PICTURE_TOO_LARGE"],
  ["[h264 @ 0x5] [error] get_buffer() failed: Cannot allocate memory", "PICTURE_TOO_LARGE"],
  ["[mov,mp4,m4a,3gp,3g2,mj2 @ 0x5] [error] moov atom not found", "MEDIA_DAMAGED"],
  ["[fatal] Stream map '0:V:0' matches no streams.", "VIDEO_STREAM_MISSING"],
  ["[fatal] Stream map '' matches no streams.", "VIDEO_STREAM_MISSING"],
  ["[error] Decoder (codec prores) not found for input stream #0:0", "CODEC_UNSUPPORTED"],
  ["[fatal] Unrecognized option 'reinit_filter'.", "FFMPEG_UNSUITABLE"],
  ["[fatal] Requested output format 'streamhash' is not a suitable output format", "FFMPEG_UNSUITABLE"],
  ["[matroska,webm @ 0x5] [warning] File ended prematurely at pos. 3000 (0xbb8)", "MEDIA_DAMAGED"],
  ["[error] file:/a.mp4: Invalid data found when processing input", "MEDIA_DAMAGED"],
];

describe("classifyFailure", () => {
  it.each(LINES)("%s", (line, code) => {
    expect(classifyFailure({ complaints: [line], streams: 1 }).code).toBe(code);
  });

  it("takes the surest reason, wherever the line stands", () => {
    const vague = "[error] file:/a.mp4: Invalid data found when processing input";
    const sure = "[error] Decoder (codec prores) not found for input stream #0:0";
    for (const complaints of [
      [vague, sure],
      [sure, vague],
    ]) {
      expect(classifyFailure({ complaints, streams: 1 }).code).toBe("CODEC_UNSUPPORTED");
    }
  });

  it("does not call an unreadable container one without a picture", () => {
    const complaints = ["[fatal] Stream map '0:V:0' matches no streams."];
    expect(classifyFailure({ complaints, streams: 0 }).code).toBe("MEDIA_DAMAGED");
    expect(classifyFailure({ complaints, streams: 1 }).code).toBe("VIDEO_STREAM_MISSING");
  });

  it("tells nothing that differs from run to run", () => {
    const one = classifyFailure({
      complaints: ["[h264 @ 0x5651831f4b40] [error] no frame at 0x12!"],
      streams: 1,
    });
    const two = classifyFailure({
      complaints: ["[h264 @ 0x55d0c0ffee00] [error] no frame at 0x34!"],
      streams: 1,
    });
    expect(one).toEqual(two);
    expect(one.detail).toBe("ffmpeg: no frame at 0x…!");
  });

  it("names the signal of a crash that left no word", () => {
    expect(
      classifyFailure({ complaints: [], streams: 0, crashed: "ffmpeg was killed with signal SIGSEGV" }),
    ).toEqual({
      code: "DECODER_CRASHED",
      detail: "ffmpeg was killed with signal SIGSEGV",
    });
  });

  it("has an answer to silence", () => {
    expect(classifyFailure({ complaints: [], streams: 0 }).code).toBe("MEDIA_DAMAGED");
  });
});

describe("isTruncated", () => {
  it("knows what demuxers say about a missing end", () => {
    expect(isTruncated(["[mov,mp4,m4a,3gp,3g2,mj2 @ 0x5] [error] stream 0, offset 0x30: partial file"])).toBe(
      true,
    );
    expect(isTruncated(["[h264 @ 0x5] [warning] co located POCs unavailable"])).toBe(false);
  });
});
