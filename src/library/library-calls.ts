import type { Readable } from "node:stream";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { InputLimits } from "../intake/input-limits.js";
import type { Priority } from "../intake/turn.js";
import type { Grade } from "../verdict/verdict.js";
import type { ComparisonRange } from "./comparison-range.js";
import type { Creative, CreativeDetails } from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import type { MatchedCreatives } from "./matcher.js";
import type { StoreScope } from "./store.js";

/** A creative as a path, its bytes, a stream, or a fingerprint that was made before. */
export type CreativeInput = string | Uint8Array | Readable | Fingerprint;

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, waiting or running; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How far a call with a creative is: at which of its seconds, or past reading it. */
export type CallProgress =
  | { readonly stage: "reading"; readonly timeSeconds: number }
  | { readonly stage: "comparing" };

/** What calls take that take their time. */
export interface TimedCallOptions extends CallOptions {
  /** Wall-clock seconds until the call rejects with CALL_TIMED_OUT, waiting included; default: no limit. */
  readonly timeLimitSeconds?: number;
}

/** What every call takes that is given a creative. */
export interface InputOptions extends TimedCallOptions, InputLimits {
  /** Whose turn it is wherever calls wait; default `upload`. */
  readonly priority?: Priority;
}

/** Options of {@link Library.check}. */
export interface CheckOptions extends InputOptions {
  /** Told often while the creative is read, once when comparing begins; nothing while the call waits. */
  readonly onProgress?: (progress: CallProgress) => void;
  /** Similarity from 0 to 1 from which a creative counts as a match; default: every grade but `distinct`. */
  readonly threshold?: number;
  /** Compare only with some of the creatives. */
  readonly scope?: StoreScope;
}

/** Options of {@link Library.add}. */
export interface AddOptions extends CreativeDetails, InputOptions {}

/** A grade that can keep a creative out. */
export type RefusingGrade = Exclude<Grade, "distinct">;

/** When a creative is not added. */
export interface AdmissionRule extends ComparisonRange {
  /** The grade, or the similarity from 0 to 1, from which one match keeps it out; default `similar`. */
  readonly refuseFrom?: RefusingGrade | number;
}

/** Options of {@link Library.checkAndAdd}. */
export interface CheckAndAddOptions extends AdmissionRule, AddOptions {
  /** The caller's own: the same call again, with the same content, adds nothing twice. */
  readonly id: string;
}

/** Options of {@link Library.nearest}. */
export interface NearestOptions extends InputOptions {
  /** How many, 1 to 1,000; default 10. */
  readonly k?: number;
  readonly scope?: StoreScope;
}

/** What {@link Library.check} tells. */
export interface CheckResult extends MatchedCreatives {
  /** The facts of what was checked. Checking alone puts nothing into the library. */
  readonly creative: Creative;
}

/** What {@link Library.add} tells. */
export interface AddResult extends CheckResult {
  /** False when the library had this very creative under this id already. */
  readonly added: boolean;
}

/** What {@link Library.checkAndAdd} tells. */
export interface CheckAndAddResult extends CheckResult {
  /** `present`: the library had this very content under this id already. Only `refused` is not in the library. */
  readonly outcome: "added" | "present" | "refused";
  /** The matches that kept it out, most similar first; they are among `matches`. */
  readonly refusedFor: readonly CreativeMatch[];
}
