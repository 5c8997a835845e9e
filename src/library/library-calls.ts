import type { Readable } from "node:stream";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Creative } from "./creative.js";
import type { MatchedCreatives } from "./matcher.js";
import type { StoreScope } from "./store.js";

/** A creative as a path, its bytes, a stream, or a fingerprint that was made before. */
export type CreativeInput = string | Uint8Array | Readable | Fingerprint;

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, waiting or running; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options of {@link Library.check}. */
export interface CheckOptions extends CallOptions {
  /** Similarity from 0 to 1 from which a creative counts as a match; default: every grade but `distinct`. */
  readonly threshold?: number;
  /** Compare only with some of the creatives. */
  readonly scope?: StoreScope;
}

/** Options of {@link Library.nearest}. */
export interface NearestOptions extends CallOptions {
  /** How many, 1 to 1,000; default 10. */
  readonly k?: number;
  readonly scope?: StoreScope;
}

/** What {@link Library.check} tells. */
export interface CheckResult extends MatchedCreatives {
  /** The facts of what was checked; it is not in the library. */
  readonly creative: Creative;
}

/** What {@link Library.add} tells. */
export interface AddResult extends CheckResult {
  /** False when the library had this very creative under this id already. */
  readonly added: boolean;
}
