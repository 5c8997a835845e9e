/**
 * Every error samecut can report, in one table: what it says, what to do about it, and how it ends a
 * command (`exitStatus`) or answers an HTTP request (`httpStatus`).
 */
export const ERROR_TABLE = {
  FILE_NOT_FOUND: { message: "The file does not exist", remedy: "Check the path.", exitStatus: 2, httpStatus: 404 },
  // Media: opening, recognising and decoding a file
  FILE_UNREADABLE: { message: "The file cannot be read", remedy: "Check its permissions and the disk.", exitStatus: 2, httpStatus: 500 },
  NOT_A_FILE: { message: "This is not a regular file", remedy: "Give the path of a video or image file.", exitStatus: 2, httpStatus: 400 },
  FILE_EMPTY: { message: "The file is empty", remedy: "Copy or download it again.", exitStatus: 2, httpStatus: 422 },
  FILE_CHANGED: { message: "The file changed while it was read", remedy: "Try again when it is completely written.", exitStatus: 2, httpStatus: 409 },
  INPUT_TOO_LARGE: { message: "The input is larger than the limit", remedy: "Give a smaller file, or raise the limit.", exitStatus: 2, httpStatus: 413 },
  FORMAT_UNSUPPORTED: { message: "The content is no video or image format samecut knows", remedy: "Convert it to MP4 (H.264) or JPEG; the extension alone does not help.", exitStatus: 2, httpStatus: 415 },
  PLAYLIST_REFUSED: { message: "The file is a playlist or script that names other files or addresses", remedy: "Give the video itself; samecut opens nothing a file refers to.", exitStatus: 2, httpStatus: 415 },
  CODEC_UNSUPPORTED: { message: "This ffmpeg has no decoder for the video", remedy: "Convert it to H.264, or use a complete ffmpeg build.", exitStatus: 2, httpStatus: 415 },
  VIDEO_STREAM_MISSING: { message: "The file has no video stream", remedy: "Check that the export contains the picture, not only the sound.", exitStatus: 2, httpStatus: 422 },
  MEDIA_DAMAGED: { message: "The file is damaged or incomplete", remedy: "Export, copy or download it again.", exitStatus: 2, httpStatus: 422 },
  PICTURE_TOO_LARGE: { message: "The picture is too large to decode safely", remedy: "Scale it down; video up to 7680x4320, images up to 150 megapixels.", exitStatus: 2, httpStatus: 422 },
  PICTURE_TOO_SMALL: { message: "The picture is too small to be judged", remedy: "Both sides need at least 16 pixels.", exitStatus: 2, httpStatus: 422 },
  DECODER_TIMED_OUT: { message: "Decoding did not end in time", remedy: "Try again on a less busy machine or with a longer limit; if it repeats, export the file again.", exitStatus: 2, httpStatus: 504 },
  DECODER_CRASHED: { message: "The decoder crashed on this file", remedy: "Export the file again; an update of ffmpeg may help too.", exitStatus: 2, httpStatus: 422 },
  FFMPEG_MISSING: { message: "No usable ffmpeg was found", remedy: "Install ffmpeg (apt-get install ffmpeg, brew install ffmpeg, winget install ffmpeg), or run `npm install ffmpeg-static`, or set SAMECUT_FFMPEG to its path.", exitStatus: 2, httpStatus: 503 },
  FFMPEG_UNSUITABLE: { message: "This ffmpeg lacks something samecut needs", remedy: "Use a complete ffmpeg build, version 5 or newer; `samecut doctor` shows which one is used.", exitStatus: 2, httpStatus: 503 },
  FINGERPRINT_DAMAGED: { message: "The stored fingerprint is damaged", remedy: "Fingerprint the file again.", exitStatus: 2, httpStatus: 500 },
  FINGERPRINT_VERSION: { message: "The fingerprint was made by another version of samecut", remedy: "Fingerprint the file again.", exitStatus: 2, httpStatus: 500 },
  // Stored data: the library and the scan's cache
  DISK_FULL: { message: "There is no space left to write to", remedy: "Free some space or raise the quota; what was acknowledged before is kept.", exitStatus: 2, httpStatus: 507 },
  STORE_BUSY: { message: "Another process keeps the stored data busy", remedy: "Try again when it has finished.", exitStatus: 2, httpStatus: 503 },
  STORE_DAMAGED: { message: "The stored data is damaged", remedy: "Run `samecut library verify`; restore the folder from a backup or import an export.", exitStatus: 2, httpStatus: 500 },
  STORE_NOT_ACCESSIBLE: { message: "The stored data cannot be opened", remedy: "Check that the folder exists and its permissions.", exitStatus: 2, httpStatus: 500 },
  STORE_VERSION: { message: "The stored data was written by a newer samecut", remedy: "Update samecut.", exitStatus: 2, httpStatus: 500 },
  LIBRARY_CLOSED: { message: "The library has been closed", remedy: "Open it again before the call.", exitStatus: 2, httpStatus: 500 },
  LIBRARY_LOCKED: { message: "Another process has this library open for writing", remedy: "Wait for it to end, or open the library read-only.", exitStatus: 2, httpStatus: 409 },
  LIBRARY_NOT_FOUND: { message: "There is no library in this folder", remedy: "Check the path; adding a creative creates a library.", exitStatus: 2, httpStatus: 404 },
  LIBRARY_READ_ONLY: { message: "The library was opened read-only", remedy: "Open it for writing.", exitStatus: 2, httpStatus: 403 },
  CREATIVE_EXISTS: { message: "The library already has another creative with this id", remedy: "Choose another id, or remove the old creative first.", exitStatus: 2, httpStatus: 409 },
  CREATIVE_NOT_FOUND: { message: "The library has no creative with this id", remedy: "List the creatives to find the id.", exitStatus: 2, httpStatus: 404 },
  IMPORT_INVALID: { message: "The import has a line that is not a samecut export", remedy: "Export the library again; nothing of this line was taken over.", exitStatus: 2, httpStatus: 400 },
  SETTING_INVALID: { message: "A setting is out of its range", remedy: "Give a value within the range.", exitStatus: 2, httpStatus: 400 },
  // Scanning folders
  MANIFEST_INVALID: { message: "The manifest cannot be used", remedy: "Correct the line; a manifest is CSV with a head or JSON lines, with path and optionally id, account, customer, uploadedAt.", exitStatus: 2, httpStatus: 400 },
  MANIFEST_FILE_MISSING: { message: "The manifest lists a file that was not found", remedy: "Check the path; it is relative to the scanned folder or to the manifest.", exitStatus: 2, httpStatus: 404 },
  CACHE_UNAVAILABLE: { message: "The cache cannot be used; this scan runs without it", remedy: "Check the folder that `samecut doctor` names, or set SAMECUT_CACHE_DIR.", exitStatus: 2, httpStatus: 500 },
  CACHE_BEGUN_ANEW: { message: "The cache was damaged", remedy: "Nothing has to be done: it fills again.", exitStatus: 2, httpStatus: 500 },
  FILES_NOT_FOUND: { message: "There is no video or image file here", remedy: "Check the folder; hidden files and other extensions are passed over.", exitStatus: 2, httpStatus: 404 },
  REPORT_UNWRITABLE: { message: "The report cannot be written", remedy: "Check that the folder exists, its permissions and the free space.", exitStatus: 2, httpStatus: 500 },
  NODE_TOO_OLD: { message: "This Node.js is too old", remedy: "Install Node.js 20.19 or newer.", exitStatus: 2, httpStatus: 500 },
  UNEXPECTED: { message: "samecut met an error it does not know", remedy: "Run again with --verbose and report what it prints.", exitStatus: 2, httpStatus: 500 },
  // Nearest-neighbour index
  INDEX_CRASHED: { message: "The search index stopped working", remedy: "Try again: it is rebuilt from the library; report it if it happens again.", exitStatus: 2, httpStatus: 500 },
  INDEX_UNAVAILABLE: { message: "The search index cannot be loaded", remedy: "Its native part is built at installation: run `npm rebuild hnswlib-node` with python3, make and a C++ compiler, without --ignore-scripts.", exitStatus: 2, httpStatus: 500 },
  VECTOR_INVALID: { message: "The vector cannot be indexed", remedy: "Give a finite vector of unit length and of the index's dimension.", exitStatus: 2, httpStatus: 400 },
} as const satisfies Record<string, ErrorRow>;

/** One row of {@link ERROR_TABLE}. */
export interface ErrorRow {
  readonly message: string;
  readonly remedy: string;
  readonly exitStatus: 2;
  readonly httpStatus: number;
}

/** A code of {@link ERROR_TABLE}. */
export type ErrorCode = keyof typeof ERROR_TABLE;

/** What a {@link SamecutError} may carry besides its code. */
export interface ErrorDetails {
  /** The file or folder the error is about. */
  readonly path?: string | undefined;
  /** What was found, in a few words; appended to the table's message. */
  readonly detail?: string;
  /** The error underneath. */
  readonly cause?: unknown;
}

/** The only error class samecut throws on purpose. `code` is stable; `message` and `remedy` are for people. */
export class SamecutError extends Error {
  override readonly name = "SamecutError";
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly path: string | undefined;
  /** What was found, without the table's message. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const row = ERROR_TABLE[code];
    const detail = details.detail === undefined ? "" : `: ${details.detail}`;
    super(`${row.message}${detail}`, { cause: details.cause });
    this.code = code;
    this.remedy = row.remedy;
    this.path = details.path;
    this.detail = details.detail;
  }
}
