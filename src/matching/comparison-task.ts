import type { ErrorCode, ErrorDetails } from "../errors.js";
import type { PairVerdict } from "../verdict/verdict.js";

/** One creative against a few that came before it, all encoded. */
export interface ComparisonTask {
  readonly later: Uint8Array;
  readonly earlier: readonly Uint8Array[];
}

/** The verdicts in the order of `earlier`, or why there are none; errors lose their class between threads. */
export type ComparisonOutcome =
  | { readonly verdicts: readonly PairVerdict[] }
  | { readonly error: { readonly code: ErrorCode } & Pick<ErrorDetails, "detail"> };
