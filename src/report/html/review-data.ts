import type { ReportedError } from "../scan-report.js";
import type { OverviewFigures } from "./overview-figures.js";
import type { PageCreative, PageFilmstrip, PagePair, PairAddress } from "./page-data.js";
import type { PairNeighbours } from "./pair-walk.js";
import type { SimilarityCount } from "./similarity-counts.js";

/** What the review page is told before anything else. */
export interface ReviewAccess {
  /** The service answers to tokens only. */
  readonly tokenWanted: boolean;
}

/** A library at a glance, of creatives the caller's only; its lists are asked for a part at a time. */
export interface ReviewData extends Omit<OverviewFigures, "failed"> {
  /** samecut's version. */
  readonly version: string;
  /** How many pairs there are, without those marked as no match. */
  readonly pairs: readonly SimilarityCount[];
  /** Names of the caller's accounts, as many as can be chosen from. */
  readonly accounts: readonly string[];
  /** Similarity from which a pair counts as similar. */
  readonly threshold: number;
  /** The caller may mark pairs and correct what is known of creatives. */
  readonly mayWrite: boolean;
}

/** A pair of a library. */
export interface ReviewPair extends PagePair {
  /** Marked as no match. */
  readonly allowed: boolean;
  /** Of the group its repeat is in: the first publish, and when that counts as published, ISO 8601 in UTC. */
  readonly group?: { readonly first: string; readonly firstPublishedAt: string };
}

/** A part of a list. */
export interface ListWindow<Item> {
  readonly items: readonly Item[];
  /** Items that the filter lets through, in and outside of this part. */
  readonly total: number;
  /** Items there are without a filter. */
  readonly all: number;
  /** Those the items name. */
  readonly creatives: readonly PageCreative[];
}

/** A part of a list of pairs. */
export type PairWindow = ListWindow<ReviewPair>;

/** A group with some of its repeats. */
export interface ReviewGroup {
  /** From 1, in the order of first creatives. */
  readonly number: number;
  /** The id of the first publish. */
  readonly first: string;
  /** Creatives in it. */
  readonly size: number;
  /** Each with the pair that tells it best; earliest first. */
  readonly repeats: readonly { readonly id: string; readonly pair: ReviewPair }[];
  /** Repeats that the filter lets through; `repeats` has the first of them. */
  readonly chosenRepeats: number;
}

/** A part of the list of groups. */
export type GroupWindow = ListWindow<ReviewGroup>;

/** The pair that an address names, and those before and after it in the list it was chosen from. */
export interface ToldPair extends PairNeighbours<PairAddress> {
  /** Absent where the two are none, or are not to be seen. */
  readonly pair?: ReviewPair;
  /** Both sides of it. */
  readonly creatives: readonly PageCreative[];
}

/** The creatives that a search has found. */
export interface CreativeHits {
  /** As many as are told at a time, earliest first; and those their pairs name. */
  readonly creatives: readonly PageCreative[];
  /** Ids of those that were found. */
  readonly found: readonly string[];
  /** True when there are more. */
  readonly more: boolean;
  /** The most similar pairs each of them is in. */
  readonly pairs: readonly ReviewPair[];
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
