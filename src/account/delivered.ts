import type { DesignNote } from "../design/design-note.js";
import type { Grade } from "../verdict/verdict.js";

/** What the account view knows of a creative. */
export interface DeliveredCreative {
  readonly id: string;
  readonly account?: string;
  readonly customer?: string;
  /** ISO 8601 in UTC; a creative without is taken to be published at the moment that is asked for. */
  readonly publishedAt?: string;
  /** What may count as poor design; absent where nothing is noted. */
  readonly designNotes?: readonly DesignNote[];
  /** False for one that only explains others: it is in no account's figures. Default true. */
  readonly counted?: boolean;
}

/** Two creatives that are alike; pairs that were allowed are left out before. */
export interface SimilarPair {
  /** Id of the earlier creative. */
  readonly a: string;
  /** Id of the later creative. */
  readonly b: string;
  readonly grade: Grade;
  /** 0 to 1. */
  readonly similarity: number;
}
