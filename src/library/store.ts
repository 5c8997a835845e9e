import type { CandidateQuery, Evidence } from "../matching/candidate-evidence.js";
import type { CandidateOptions } from "../matching/candidate-index.js";
import type { PairVerdict, RuleNumber } from "../verdict/verdict.js";
import type { Creative, StoredPair } from "./creative.js";

/** A creative to be stored. */
export interface NewCreative {
  readonly creative: Creative;
  /** See `encodeFingerprint`. */
  readonly fingerprint: Uint8Array;
  /** Of the fingerprint, where it is known already; else the store works it out. */
  readonly evidence?: Evidence;
}

/** Which creatives are asked for; without a field, that field does not matter. */
export interface StoreScope {
  readonly account?: string;
  readonly customer?: string;
  /** One of the creative's labels. */
  readonly label?: string;
  /** Published at this moment or later. */
  readonly since?: Date;
}

/** A stored creative that may be like a query. */
export interface StoredCandidate {
  readonly creative: Creative;
  /** See `Candidate`. */
  readonly squaredDistance: number;
}

/** Two contents that their owner says are fine beside each other. */
export interface AllowedPair {
  /** File digests, `a` < `b`. */
  readonly a: string;
  readonly b: string;
  readonly reason?: string;
  /** ISO 8601 in UTC. */
  readonly allowedAt: string;
}

/** What is told of a creative where all of a library is looked at. */
export interface CreativeOutline
  extends Pick<Creative, "id" | "path" | "account" | "customer" | "designNotes"> {
  /** See `publishedAt`. */
  readonly publishedAt: string;
}

/** What is told of a pair where all of a library is looked at; the verdict takes a hundred times as much. */
export interface PairOutline extends Pick<StoredPair, "a" | "b">, Pick<PairVerdict, "similarity" | "grade"> {
  readonly rules: readonly RuleNumber[];
  /** See `Transform`. */
  readonly stretch: number;
  /** Somebody has allowed the two contents. */
  readonly allowed: boolean;
}

/** Something wrong with what is stored. */
export interface StoreProblem {
  /**
   * `database`: the store itself; `fingerprint`: of one creative; `evidence`: what one creative is found by, which is
   * worked out anew from its fingerprint; `index`: will be built anew by itself.
   */
  readonly part: "database" | "fingerprint" | "evidence" | "index";
  /** The id of the creative it is about. */
  readonly creative?: string;
  readonly detail: string;
}

/**
 * Where a library keeps its creatives. It speaks in batches, so that a store on another machine can implement it.
 *
 * - A write is durable when its promise resolves, and every later call on the same store sees it; readers in other
 *   processes see it when they next ask. Each call is all or nothing.
 * - Candidates are ordered by distance, then by the order of putting. They are suggestions: whoever asks compares.
 * - Calls reject with DISK_FULL, STORE_BUSY, STORE_DAMAGED or STORE_NOT_ACCESSIBLE, writes also with LIBRARY_READ_ONLY.
 */
export interface CreativeStore extends AsyncDisposable {
  /**
   * Stores creatives with all pairs they were compared in; ids must be new (CREATIVE_EXISTS). Distinct pairs are no pairs
   * to {@link pairs} and {@link pairsOf}; the most similar of them are kept for {@link nearestOf}.
   */
  put(batch: readonly NewCreative[], compared: readonly StoredPair[]): Promise<void>;
  /** Removes creatives with their pairs; returns the ids that were there. */
  remove(ids: readonly string[]): Promise<string[]>;
  /**
   * Changes when a creative counts as uploaded, ISO 8601 in UTC (undefined: nothing is known), and puts pairs in the place of those
   * of the same two. Throws CREATIVE_NOT_FOUND.
   */
  redate(id: string, uploadedAt: string | undefined, turned: readonly StoredPair[]): Promise<void>;
  /** The creatives that are worth comparing with a query. */
  candidates(
    query: CandidateQuery,
    options: CandidateOptions,
    scope?: StoreScope,
  ): Promise<StoredCandidate[]>;
  /** Creatives by id; unknown ids are absent. */
  creatives(ids: readonly string[]): Promise<Map<string, Creative>>;
  /** All creatives with one of these file digests, digest by digest in the order of putting; the digests are distinct. */
  copiesOf(fileDigests: readonly string[]): Promise<Creative[]>;
  /** Encoded fingerprints by id; unknown and damaged ones are absent. */
  fingerprints(ids: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** All creatives of a scope, in the order of putting. */
  list(scope?: StoreScope): AsyncIterable<Creative>;
  /** All pairs, in the order of putting of their later and then their earlier creative. */
  pairs(): Promise<StoredPair[]>;
  /** The pairs a creative is in, in that order; none for an unknown id. What is written meanwhile may be in them or not. */
  pairsOf(id: string): Promise<StoredPair[]>;
  /**
   * The `k` most similar of the pairs a creative was compared in whose other side is of a scope, most similar first; distinct
   * ones are among them. Undefined where fewer are known for certain: only a search can tell then.
   */
  nearestOf(id: string, k: number, scope?: StoreScope): Promise<StoredPair[] | undefined>;
  /** The pairs of these two each, in their order; what is no pair is left out. */
  pairsBetween(sides: readonly Pick<StoredPair, "a" | "b">[]): Promise<StoredPair[]>;
  /** Outlines of all creatives, a page at a time, in the order of putting. What is written meanwhile may be in them or not. */
  creativeOutlines(): AsyncIterable<readonly CreativeOutline[]>;
  /** Outlines of all pairs, a page at a time, most similar first, then in the order of {@link pairs}. */
  pairOutlines(): AsyncIterable<readonly PairOutline[]>;
  /** Another one after every write that this store sees, of whatever process. */
  revision(): Promise<string>;
  /** Remembers that two contents are fine; again replaces the reason. */
  allow(pair: AllowedPair): Promise<void>;
  /** Takes an allowance back; false when there was none. */
  disallow(a: string, b: string): Promise<boolean>;
  /** Which of these pairs of contents are allowed, in their order. */
  areAllowed(pairs: readonly Pick<AllowedPair, "a" | "b">[]): Promise<boolean[]>;
  /** All allowances, by digests. */
  allowedPairs(): Promise<AllowedPair[]>;
  /** Looks at everything that is stored; empty when all is well. */
  verify(signal?: AbortSignal): Promise<StoreProblem[]>;
  /** Derives again whatever can be derived from the fingerprints. */
  rebuild(signal?: AbortSignal): Promise<void>;
  /** What happened to the store that its user should know, in words. */
  readonly warnings: readonly string[];
  /** Makes what can be rebuilt quick to open again, and lets go of the store. Closing twice is allowed. */
  close(): Promise<void>;
}
