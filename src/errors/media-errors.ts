import { type ErrorRow, row } from "./error-row.js";

/** Errors of opening, recognising, decoding and fingerprinting a file. */
export const MEDIA_ERRORS = {
  FILE_NOT_FOUND: row(404, "The file does not exist", "Check the path."),
  FILE_UNREADABLE: row(500, "The file cannot be read", "Check its permissions and the disk."),
  NOT_A_FILE: row(400, "This is not a regular file", "Give the path of a video or image file."),
  FILE_EMPTY: row(422, "The file is empty", "Copy or download it again."),
  FILE_CHANGED: row(409, "The file changed while it was read", "Try again when it is completely written."),
  INPUT_INVALID: row(
    400,
    "This is nothing that a creative can be read from",
    "Give a path, bytes as a Buffer or Uint8Array, or a stream of bytes that nobody has read yet; of a Blob, Readable.fromWeb(blob.stream()).",
  ),
  INPUT_TOO_LARGE: row(413, "The input is larger than the limit", "Give a smaller file, or raise the limit."),
  FORMAT_UNSUPPORTED: row(
    415,
    "The content is no video or image format samecut knows",
    "Convert it to MP4 (H.264) or JPEG; the extension alone does not help.",
  ),
  PLAYLIST_REFUSED: row(
    415,
    "The file is a playlist or script that names other files or addresses",
    "Give the video itself; samecut opens nothing a file refers to.",
  ),
  CODEC_UNSUPPORTED: row(
    415,
    "This ffmpeg has no decoder for the video",
    "Convert it to H.264, or use a complete ffmpeg build.",
  ),
  VIDEO_STREAM_MISSING: row(
    422,
    "The file has no video stream",
    "Check that the export contains the picture, not only the sound.",
  ),
  MEDIA_DAMAGED: row(422, "The file is damaged or incomplete", "Export, copy or download it again."),
  MEDIA_INCOMPLETE: row(
    422,
    "The file ends too early; only what there is of it was compared",
    "Export, copy or download it again.",
  ),
  PICTURE_TOO_LARGE: row(
    422,
    "The picture is too large to decode safely",
    "Scale it down; video up to 7680x4320, images up to 150 megapixels.",
  ),
  PICTURE_TOO_SMALL: row(422, "The picture is too small to be judged", "Both sides need at least 16 pixels."),
  MEDIA_TOO_LONG: row(422, "The video is longer than the limit", "Give a shorter one, or raise the limit."),
  DECODER_TIMED_OUT: row(
    504,
    "Decoding did not end in time",
    "Try again on a less busy machine or with a longer limit; if it repeats, export the file again.",
  ),
  DECODER_CRASHED: row(
    422,
    "The decoder crashed on this file",
    "Export the file again; an update of ffmpeg may help too.",
  ),
  FFMPEG_MISSING: row(
    503,
    "No usable ffmpeg was found",
    "Install ffmpeg (apt-get install ffmpeg, brew install ffmpeg, winget install ffmpeg), or run `npm install ffmpeg-static`, or set SAMECUT_FFMPEG to its path.",
  ),
  FFMPEG_UNSUITABLE: row(
    503,
    "This ffmpeg lacks something samecut needs",
    "Use a complete ffmpeg build, version 5 or newer; `samecut doctor` shows which one is used.",
  ),
  SANDBOX_UNAVAILABLE: row(
    503,
    "This machine has no sandbox for decoders, and one is required",
    "Install bubblewrap (apt-get install bubblewrap) and allow user namespaces, or set SAMECUT_SANDBOX=auto.",
  ),
  FINGERPRINT_DAMAGED: row(500, "The stored fingerprint is damaged", "Fingerprint the file again."),
  FINGERPRINT_VERSION: row(
    500,
    "The fingerprint was made by another version of samecut",
    "Fingerprint the file again; in a library, remove the creative and add its file anew.",
  ),
} satisfies Record<string, ErrorRow>;
