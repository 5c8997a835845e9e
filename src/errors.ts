import type { ErrorRow } from "./errors/error-row.js";
import { INDEX_ERRORS } from "./errors/index-errors.js";
import { MEDIA_ERRORS } from "./errors/media-errors.js";
import { SCAN_ERRORS } from "./errors/scan-errors.js";
import { SERVICE_ERRORS } from "./errors/service-errors.js";
import { STORED_DATA_ERRORS } from "./errors/stored-data-errors.js";

export type { ErrorRow } from "./errors/error-row.js";

/**
 * Every error samecut can report, in one table: what it says, what to do about it, and how it ends a
 * command (`exitStatus`) or answers an HTTP request (`httpStatus`).
 */
export const ERROR_TABLE = {
  ...MEDIA_ERRORS,
  ...STORED_DATA_ERRORS,
  ...SERVICE_ERRORS,
  ...SCAN_ERRORS,
  ...INDEX_ERRORS,
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
