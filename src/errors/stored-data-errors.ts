import { type ErrorRow, row } from "./error-row.js";

/** Errors of what is stored: the library and the scan's cache. */
export const STORED_DATA_ERRORS = {
  DISK_FULL: row(
    507,
    "There is no space left to write to",
    "Free some space or raise the quota; what was acknowledged before is kept.",
  ),
  STORE_BUSY: row(503, "Another process keeps the stored data busy", "Try again when it has finished."),
  STORE_CRASHED: row(
    500,
    "What keeps the stored data stopped working",
    "Open the library again, or start the program anew; what was acknowledged before is kept. Report it if it happens again.",
  ),
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
  STORE_UNAVAILABLE: row(
    500,
    "SQLite cannot be loaded",
    "Its native part is made at installation, for one version of Node.js: run `npm rebuild better-sqlite3` without --ignore-scripts; with pnpm, `pnpm approve-builds` first.",
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
    "This library is open for writing already",
    "Use the one that is open, wait until it is closed, or open the library read-only.",
  ),
  LIBRARY_NOT_FOUND: row(
    404,
    "There is no library in this folder",
    "Check the path; adding a creative creates a library.",
  ),
  LIBRARY_READ_ONLY: row(403, "The library was opened read-only", "Open it for writing."),
  COMPARISON_INCOMPLETE: row(
    500,
    "It may be a copy of a creative whose stored fingerprint is damaged",
    "Nothing was added. Run `samecut library verify`, remove the damaged creative and add its file again.",
  ),
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
  SETTING_INVALID: row(
    400,
    "An option or setting cannot be used",
    "Correct it; `--help` after a command tells what it takes.",
  ),
} satisfies Record<string, ErrorRow>;
