import type { ReportedError } from "../scan-report.js";
import type { PageCreative, PageFilmstrip, PagePair, PageScan } from "./page-data.js";

/** What the review page is told before anything else. */
export interface ReviewAccess {
  /** The service answers to tokens only. */
  readonly tokenWanted: boolean;
}

/** What the review page is told of a library: the same as the page of a report, and what only a live library has. */
export interface ReviewData {
  /** samecut's version. */
  readonly version: string;
  /** Those that pairs or groups name. */
  readonly creatives: readonly PageCreative[];
  /** When each member of a group counts as published, by id, ISO 8601 in UTC: when it was uploaded, else when it was added. */
  readonly publishedAt: Readonly<Record<string, string>>;
  /** Most similar first. */
  readonly pairs: readonly PagePair[];
  readonly scan: PageScan;
  /** Pairs that are marked as no match, most similar first. */
  readonly allowed: readonly PagePair[];
  /** The caller may mark pairs and correct what is known of creatives. */
  readonly mayWrite: boolean;
}

/** The creatives that a search has found. */
export interface CreativeHits {
  /** As many as are told at a time, in the order of adding; and those their pairs name. */
  readonly creatives: readonly PageCreative[];
  /** Ids of those that were found. */
  readonly found: readonly string[];
  /** True when there are more. */
  readonly more: boolean;
  /** The pairs they are in. */
  readonly pairs: readonly PagePair[];
}

/** A file that was checked, and the creatives of the library it is like. */
export interface CheckedPageData {
  /** The id under which `creatives` has the file itself. */
  readonly checked: string;
  readonly creatives: readonly PageCreative[];
  /** Most similar first. */
  readonly pairs: readonly PagePair[];
  /** Of the file; absent where it could not be pictured. */
  readonly filmstrip?: PageFilmstrip;
  /** Matches left out because somebody allowed them. */
  readonly allowed: number;
}

/** What the service tells while it checks a file, as server-sent events by this type. */
export type CheckEvent =
  | { readonly type: "reading"; readonly timeSeconds: number }
  | { readonly type: "comparing" }
  | { readonly type: "picturing" }
  | { readonly type: "done"; readonly outcome: CheckedPageData }
  | { readonly type: "failed"; readonly error: ReportedError };
