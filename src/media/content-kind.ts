import { ISO_BOXES } from "./iso-boxes.js";
import { transportPackets } from "./transport-stream.js";

/** What a file is, judged by its first bytes alone; names and extensions carry no weight. */
export type ContentKind =
  | { readonly route: "video"; readonly demuxer: string }
  /** A picture sharp opens; `animatable` formats may hold a video. */
  | { readonly route: "image"; readonly format: string }
  /** A picture only ffmpeg opens. */
  | { readonly route: "single-frame"; readonly demuxer: string }
  /** A text that names other files or addresses to open. */
  | { readonly route: "playlist"; readonly format: string }
  /** Known, but what opens its like would show a part of it as if it were all. */
  | { readonly route: "unsupported"; readonly format: string }
  | { readonly route: "unknown" };

/** Bytes {@link contentKind} wants to see. */
export const HEAD_BYTES = 4096;

/** Brands of still pictures in the same kind of file as a video's (HEIF, ISO/IEC 23008-12). */
const STILL_BRANDS: ReadonlySet<string> = new Set(["avif", "mif1", "heic", "heix", "heim", "heis"]);

/** Those of stills in HEVC. sharp's builds cannot decode it, for its patents, and call the file damaged; ffmpeg knows one tile of many. */
const HEVC_BRANDS: ReadonlySet<string> = new Set(["heic", "heix", "heim", "heis"]);

/** Brands of image sequences: animations beside a still picture, which stands for them wherever animations are not known. */
const SEQUENCE_BRANDS: ReadonlySet<string> = new Set(["avis", "msf1", "hevc", "hevx", "hevm", "hevs"]);

/** How the texts begin that make a player open something else. */
const PLAYLISTS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^#EXTM3U/i, "m3u8"],
  [/^ffconcat\b/i, "ffconcat"],
  [/^\s*(file|stream|duration|inpoint|option)\s+\S/i, "ffconcat"],
  [/^v=0\s/, "sdp"],
  [/^\[(playlist|reference)\]/i, "pls"],
  [/^\s*(<\?xml[\s\S]*?)?<(MPD|smil|playlist|asx|SmoothStreamingMedia)\b/i, "streaming manifest"],
  [/^(https?|rtsp|rtmp|ftp|concat|subfile|file):/i, "list of addresses"],
];

/** Judges a file by its first {@link HEAD_BYTES} bytes (fewer when it is shorter). */
export function contentKind(head: Uint8Array): ContentKind {
  return imageKind(head) ?? videoKind(head) ?? playlistKind(head) ?? { route: "unknown" };
}

function imageKind(head: Uint8Array): ContentKind | undefined {
  if (startsWith(head, "\xff\xd8\xff")) return { route: "image", format: "jpeg" };
  if (startsWith(head, "\x89PNG\r\n\x1a\n")) return { route: "image", format: "png" };
  if (startsWith(head, "RIFF") && textAt(head, 8, 4) === "WEBP") return { route: "image", format: "webp" };
  if (startsWith(head, "II*\0") || startsWith(head, "MM\0*")) return { route: "image", format: "tiff" };
  if (startsWith(head, "GIF87a") || startsWith(head, "GIF89a")) return { route: "image", format: "gif" };
  if (startsWith(head, "BM") && textAt(head, 6, 4) === "\0\0\0\0")
    return { route: "single-frame", demuxer: "bmp_pipe" };
  return textAt(head, 4, 4) === "ftyp" ? heifKind(head) : undefined;
}

function heifKind(head: Uint8Array): ContentKind | undefined {
  const major = textAt(head, 8, 4);
  if (!STILL_BRANDS.has(major) && !SEQUENCE_BRANDS.has(major)) return undefined;
  // sharp opens the still picture alone. ffmpeg has the animation as its only stream up to version 6 and as its second in 7.
  const brands = [major, ...compatibleBrands(head)];
  if (brands.some((brand) => SEQUENCE_BRANDS.has(brand)))
    return { route: "unsupported", format: "an image sequence (animated AVIF or HEIF)" };
  if (!brands.includes("avif") && brands.some((brand) => HEVC_BRANDS.has(brand)))
    return { route: "unsupported", format: "a HEIC picture, as iPhones take them" };
  return { route: "image", format: "heif" };
}

/** The brands a `ftyp` box lists behind its major one and that one's version. */
function compatibleBrands(head: Uint8Array): string[] {
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const list = textAt(head, 16, Math.max(0, Math.min(length, head.length) - 16));
  return list.match(/.{4}/gs) ?? [];
}

function videoKind(head: Uint8Array): ContentKind | undefined {
  const demuxer = videoDemuxer(head);
  return demuxer === undefined ? undefined : { route: "video", demuxer };
}

function videoDemuxer(head: Uint8Array): string | undefined {
  if (ISO_BOXES.has(textAt(head, 4, 4))) return "mov";
  if (startsWith(head, "\x1a\x45\xdf\xa3")) return "matroska";
  if (startsWith(head, "RIFF") && textAt(head, 8, 3) === "AVI") return "avi";
  if (startsWith(head, "FLV\x01")) return "flv";
  if (startsWith(head, "\x30\x26\xb2\x75\x8e\x66\xcf\x11")) return "asf";
  if (startsWith(head, "OggS")) return "ogg";
  if (startsWith(head, "\0\0\x01\xba")) return "mpeg";
  return transportPackets(head) === undefined ? undefined : "mpegts";
}

function playlistKind(head: Uint8Array): ContentKind | undefined {
  const text = new TextDecoder("utf-8").decode(head);
  for (const [pattern, format] of PLAYLISTS) {
    if (pattern.test(text)) return { route: "playlist", format };
  }
  return undefined;
}

function startsWith(head: Uint8Array, bytes: string): boolean {
  return textAt(head, 0, bytes.length) === bytes;
}

function textAt(head: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...head.subarray(from, from + length));
}
