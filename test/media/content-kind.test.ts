import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentKind } from "../../src/media/content-kind.js";

function head(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const HEIC = { route: "unsupported", format: "a HEIC picture, as iPhones take them" };
const SEQUENCE = { route: "unsupported", format: "an image sequence (animated AVIF or HEIF)" };

describe("contentKind", () => {
  it.each([
    ["\0\0\0\x20ftypisom", { route: "video", demuxer: "mov" }],
    ["\0\0\0\x08wide\0\0\0\0mdat", { route: "video", demuxer: "mov" }],
    ["\0\0\0\x20ftypavif", { route: "image", format: "heif" }],
    ["\0\0\0\x18ftypavif\0\0\0\0mif1miafavis", { route: "image", format: "heif" }],
    ["\0\0\0\x1cftypavif\0\0\0\0mif1miafavis", SEQUENCE],
    ["\0\0\0\x1cftypmif1\0\0\0\0mif1msf1heic", SEQUENCE],
    ["\0\0\0\x10ftypavis", SEQUENCE],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", HEIC],
    ["\0\0\0\x18ftypmif1\0\0\0\0mif1heic", HEIC],
    ["\0\0\0\x18ftypmif1\0\0\0\0mif1avif", { route: "image", format: "heif" }],
    ["\0\0\0\x18ftypisom\0\0\0\0isomavis", { route: "video", demuxer: "mov" }],
    ["\x1a\x45\xdf\xa3", { route: "video", demuxer: "matroska" }],
    ["RIFF\0\0\0\0AVI LIST", { route: "video", demuxer: "avi" }],
    ["RIFF\0\0\0\0WEBPVP8 ", { route: "image", format: "webp" }],
    ["RIFF\0\0\0\0WAVEfmt ", { route: "unknown" }],
    ["\xff\xd8\xff\xe0", { route: "image", format: "jpeg" }],
    ["BM\x01\x02\x03\x04\0\0\0\0", { route: "single-frame", demuxer: "bmp_pipe" }],
    ["BMX is a bicycle", { route: "unknown" }],
    ["v=0\r\no=- ", { route: "playlist", format: "sdp" }],
    ["", { route: "unknown" }],
    ["%PDF-1.4", { route: "unknown" }],
    ["<svg xmlns='http://www.w3.org/2000/svg'>", { route: "unknown" }],
  ])("%j", (text, kind) => {
    expect(contentKind(head(text))).toEqual(kind);
  });

  it.each([
    [188, 0],
    [192, 4],
    [204, 0],
  ])("knows transport streams of %i-byte packets", (length, first) => {
    const bytes = new Uint8Array(4096);
    for (let at = first; at < bytes.length; at += length) bytes[at] = 0x47;
    expect(contentKind(bytes)).toEqual({ route: "video", demuxer: "mpegts" });
  });

  it("has an answer to any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => contentKind(bytes).route !== undefined),
    );
  });
});
