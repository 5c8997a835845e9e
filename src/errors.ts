/**
 * Every error samecut can report, in one table: what it says, what to do about it, and how it ends a
 * command (`exitStatus`) or answers an HTTP request (`httpStatus`).
 */
export const ERROR_TABLE = {
  FILE_NOT_FOUND: { message: "The file does not exist", remedy: "Check the path.", exitStatus: 2, httpStatus: 404 },
  FINGERPRINT_DAMAGED: { message: "The stored fingerprint is damaged", remedy: "Fingerprint the file again.", exitStatus: 2, httpStatus: 500 },
  FINGERPRINT_VERSION: { message: "The fingerprint was made by another version of samecut", remedy: "Fingerprint the file again.", exitStatus: 2, httpStatus: 500 },
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
  readonly path?: string;
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

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const row = ERROR_TABLE[code];
    const detail = details.detail === undefined ? "" : `: ${details.detail}`;
    super(`${row.message}${detail}`, { cause: details.cause });
    this.code = code;
    this.remedy = row.remedy;
    this.path = details.path;
  }
}
