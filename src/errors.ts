/** One row of {@link ERROR_TABLE}. */
export interface ErrorRow {
  readonly message: string;
  readonly remedy: string;
  readonly exitStatus: 2;
  readonly httpStatus: number;
}

function row(httpStatus: number, message: string, remedy: string): ErrorRow {
  return { message, remedy, exitStatus: 2, httpStatus };
}

/**
 * Every error samecut can report, in one table: what it says, what to do about it, and how it ends a
 * command (`exitStatus`) or answers an HTTP request (`httpStatus`).
 */
export const ERROR_TABLE = {
  FILE_NOT_FOUND: row(404, "The file does not exist", "Check the path."),
  // Media: opening, recognising and decoding a file
  FILE_UNREADABLE: row(500, "The file cannot be read", "Check its permissions and the disk."),
  NOT_A_FILE: row(400, "This is not a regular file", "Give the path of a video or image file."),
  FILE_EMPTY: row(422, "The file is empty", "Copy or download it again."),
  FILE_CHANGED: row(409, "The file changed while it was read", "Try again when it is completely written."),
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
  FINGERPRINT_DAMAGED: row(500, "The stored fingerprint is damaged", "Fingerprint the file again."),
  FINGERPRINT_VERSION: row(
    500,
    "The fingerprint was made by another version of samecut",
    "Fingerprint the file again.",
  ),
  // Stored data: the library and the scan's cache
  DISK_FULL: row(
    507,
    "There is no space left to write to",
    "Free some space or raise the quota; what was acknowledged before is kept.",
  ),
  STORE_BUSY: row(503, "Another process keeps the stored data busy", "Try again when it has finished."),
  STORE_DAMAGED: row(
    500,
    "The stored data is damaged",
    "Run `samecut library verify`; restore the folder from a backup or import an export.",
  ),
  STORE_NOT_ACCESSIBLE: row(
    500,
    "The stored data cannot be opened",
    "Check that the folder exists and its permissions.",
  ),
  STORE_VERSION: row(500, "The stored data was written by a newer samecut", "Update samecut."),
  LIBRARY_BUSY: row(503, "The library has as many calls pending as it takes", "Try again in a moment."),
  CALL_TIMED_OUT: row(
    504,
    "The call took too long",
    "Try again later or with a longer limit; nothing was changed.",
  ),
  LIBRARY_CLOSED: row(500, "The library has been closed", "Open it again before the call."),
  LIBRARY_LOCKED: row(
    409,
    "Another process has this library open for writing",
    "Wait for it to end, or open the library read-only.",
  ),
  LIBRARY_NOT_FOUND: row(
    404,
    "There is no library in this folder",
    "Check the path; adding a creative creates a library.",
  ),
  LIBRARY_READ_ONLY: row(403, "The library was opened read-only", "Open it for writing."),
  CREATIVE_EXISTS: row(
    409,
    "The library already has another creative with this id",
    "Choose another id, or remove the old creative first.",
  ),
  CREATIVE_NOT_FOUND: row(
    404,
    "The library has no creative with this id",
    "List the creatives to find the id.",
  ),
  IMPORT_INVALID: row(
    400,
    "The import has a line that is not a samecut export",
    "Export the library again; nothing of this line was taken over.",
  ),
  SETTING_INVALID: row(400, "A setting is out of its range", "Give a value within the range."),
  // The service
  SERVICE_UNGUARDED: row(400, "Others reach this address", "Give the service tokens, or use 127.0.0.1."),
  ADDRESS_UNAVAILABLE: row(500, "The service cannot listen here", "Choose another address or port."),
  SERVICE_STOPPING: row(503, "The service is stopping", "Ask again when it has been started anew."),
  TOKEN_INVALID: row(401, "The request has no valid token", "Send `Authorization: Bearer <token>`."),
  ACCESS_DENIED: row(403, "The caller may not do this", "Ask the service's owner for the right."),
  RATE_LIMITED: row(429, "Too many requests", "Wait until the time that retry-after tells."),
  REQUEST_INVALID: row(400, "The request is not as it should be", "Compare it with the service's /docs."),
  ROUTE_NOT_FOUND: row(404, "The service has no such route", "See the service's /docs."),
  UPLOAD_INCOMPLETE: row(400, "The upload broke off", "Send it again; nothing of it was kept."),
  PATH_OUTSIDE_ROOTS: row(403, "The path is in none of the service's roots", "Upload the file instead."),
  BATCH_NOT_FOUND: row(404, "There is no such batch", "Begin it again: batches end with the service."),
  // Scanning folders
  MANIFEST_INVALID: row(
    400,
    "The manifest cannot be used",
    "Correct the line; a manifest is CSV with a head or JSON lines, with path and optionally id, account, customer, uploadedAt.",
  ),
  MANIFEST_FILE_MISSING: row(
    404,
    "The manifest lists a file that was not found",
    "Check the path; it is relative to the scanned folder or to the manifest.",
  ),
  CACHE_UNAVAILABLE: row(
    500,
    "The cache cannot be used; this scan runs without it",
    "Check the folder that `samecut doctor` names, or set SAMECUT_CACHE_DIR.",
  ),
  CACHE_BEGUN_ANEW: row(500, "The cache was damaged", "Nothing has to be done: it fills again."),
  FILES_NOT_FOUND: row(
    404,
    "There is no video or image file here",
    "Check the folder; hidden files and other extensions are passed over.",
  ),
  STATUS_UNKNOWN: row(
    404,
    "The ad list has no such word in its status column",
    "Write it as the list shows it; `samecut status` alone tells them all.",
  ),
  ACCOUNT_NOT_FOUND: row(
    404,
    "There is no creative of this account",
    "See the accounts with `samecut account` alone; a manifest with a column account tells whose creatives are.",
  ),
  EXEMPTION_NOT_FOUND: row(
    404,
    "There is no exemption with this id",
    "List them to find the id: `samecut exempt list`.",
  ),
  REPORT_UNWRITABLE: row(
    500,
    "The report cannot be written",
    "Check that the folder exists, its permissions and the free space.",
  ),
  PAGE_MISSING: row(
    500,
    "The page of HTML reports is not built",
    "Run `npm run build`; an installed package has it: install samecut again.",
  ),
  NODE_TOO_OLD: row(500, "This Node.js is too old", "Install Node.js 20.19 or newer."),
  UNEXPECTED: row(
    500,
    "samecut met an error it does not know",
    "Run again with --verbose and report what it prints.",
  ),
  // Nearest-neighbour index
  INDEX_CRASHED: row(
    500,
    "The search index stopped working",
    "Try again: it is rebuilt from the library; report it if it happens again.",
  ),
  INDEX_UNAVAILABLE: row(
    500,
    "The search index cannot be loaded",
    "Its native part is built at installation: run `npm rebuild hnswlib-node` with python3, make and a C++ compiler, without --ignore-scripts.",
  ),
  VECTOR_INVALID: row(
    400,
    "The vector cannot be indexed",
    "Give a finite vector of unit length and of the index's dimension.",
  ),
} satisfies Record<string, ErrorRow>;

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
