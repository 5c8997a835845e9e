import type { ErrorCode } from "../errors.js";

/** Why a call of ffmpeg gave no frames. */
export interface DecoderFailure {
  readonly code: ErrorCode;
  /** A line of ffmpeg's own, marked as that, or what ended the process. */
  readonly detail: string;
}

/** How demuxers say that a file ends before its own table of contents does. */
const TRUNCATED = /partial file|ended prematurely/;

/**
 * From the surest to the vaguest: the first line of this table that fits any complaint wins, because ffmpeg ends
 * most of its failures with the same vague words.
 */
const REASONS: readonly (readonly [pattern: RegExp, code: ErrorCode])[] = [
  // What stands around ffmpeg speaks without ffmpeg's levels: there was no room for a sandbox, which is not the file's fault.
  [/^(bwrap: (?!Can't (find source path|bind mount))|unshare: |setpriv: )/, "SANDBOX_UNAVAILABLE"],
  [/No such file or directory/, "FILE_NOT_FOUND"],
  // Nothing else: demuxers and decoders call damage an input/output error or not permitted. A bad disk shows when the digest is made.
  [/Permission denied/, "FILE_UNREADABLE"],
  [/Format not on whitelist|Protocol '.*' not on whitelist/, "PLAYLIST_REFUSED"],
  [
    /Picture size \d+x\d+ (is invalid|exceeds)|exceeds? max_pixels|dimensions? too large/i,
    "PICTURE_TOO_LARGE",
  ],
  [/Cannot allocate memory|Out of memory/i, "PICTURE_TOO_LARGE"],
  [/moov atom not found/, "MEDIA_DAMAGED"],
  [
    // Newer versions print an empty name.
    /Stream map '[^']*' matches no streams|does not contain any stream|Output file .* does not contain/,
    "VIDEO_STREAM_MISSING",
  ],
  [
    /Decoder \(codec .*\) not found|Unsupported codec|Unknown decoder|no decoder found|codec not currently supported/i,
    "CODEC_UNSUPPORTED",
  ],
  [
    /Unknown input format|Requested (in|out)put format|Unrecognized option|Option not found|Unknown (en|de)coder/,
    "FFMPEG_UNSUITABLE",
  ],
  [TRUNCATED, "MEDIA_DAMAGED"],
  [/Invalid data found when processing input/, "MEDIA_DAMAGED"],
];

/** What a failed call of ffmpeg left behind. */
export interface FailureEvidence {
  /** Its warnings and errors, in order. */
  readonly complaints: readonly string[];
  /** How many streams of any kind it described. */
  readonly streams: number;
  /** How the process ended where that was not by its own exit status. */
  readonly crashed?: string;
}

/** Names the reason of a failure. Pure. */
export function classifyFailure({ complaints, streams, crashed }: FailureEvidence): DecoderFailure {
  for (const [pattern, code] of REASONS) {
    const line = complaints.find((complaint) => pattern.test(complaint));
    if (line === undefined) continue;
    // Half a table of contents shows as a container without anything in it, not as sound without a picture.
    if (code === "VIDEO_STREAM_MISSING" && streams === 0)
      return { code: "MEDIA_DAMAGED", detail: "it holds no stream" };
    return { code, detail: quoted(line) };
  }
  if (crashed !== undefined) return { code: "DECODER_CRASHED", detail: crashed };
  const last = complaints.at(-1);
  return {
    code: "MEDIA_DAMAGED",
    detail: last === undefined ? "no frame could be decoded" : quoted(last),
  };
}

/** Whether ffmpeg noticed that a part of the file is missing. It ends without an error all the same. Pure. */
export function isTruncated(complaints: readonly string[]): boolean {
  return complaints.some((complaint) => TRUNCATED.test(complaint));
}

/** Names ffmpeg in place of `[mov,mp4,m4a @ 0x55d0] [error] `: addresses differ from run to run, and reports must not. */
function quoted(line: string): string {
  return line
    .replace(/^(\[[^\]]*\] )+/, "ffmpeg: ")
    .replace(/0x[0-9a-f]+/g, "0x…")
    .trim();
}
