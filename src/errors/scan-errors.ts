import { type ErrorRow, row } from "./error-row.js";

/** Errors of scans, audits and their reports, and of the command line. */
export const SCAN_ERRORS = {
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
  NAME_NOT_UTF8: row(
    400,
    "The name is not in UTF-8, so nothing by this name can be opened",
    "Rename it, or unpack the archive it came in anew, a Chinese one with `unzip -O gbk`; `convmv -r -f gbk -t utf8 --notest <folder>` renames all in a folder.",
  ),
  FILES_PASSED_OVER: row(
    400,
    "Files of kinds that are not read were passed over",
    "Convert creatives among them to MP4 or JPEG (HEIC pictures of iPhones too), or give them by name; let downloads end.",
  ),
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
} satisfies Record<string, ErrorRow>;
