import type { HnswSettings } from "../../index/hnsw/hnsw-settings.js";
import type { CandidateQuery } from "../../matching/candidate-evidence.js";
import type { CandidateOptions } from "../../matching/candidate-index.js";
import type { ThreadCall } from "../../threads/thread-calls.js";
import type { Creative, StoredPair } from "../creative.js";
import type {
  AllowedPair,
  CreativeOutline,
  NewCreative,
  PairOutline,
  StoredCandidate,
  StoreProblem,
  StoreScope,
} from "../store.js";

/** Where a store is and how it is opened. */
export interface StoreLocation {
  readonly folder: string;
  readonly readOnly: boolean;
  readonly index?: Partial<HnswSettings>;
}

/** A part of something long, for what follows is read when it is asked for. */
export interface Page<Row, Place> {
  readonly rows: readonly Row[];
  /** Where the next page begins; undefined at the end. */
  readonly next: Place | undefined;
}

/** The place of a pair in the order of putting: numbers of creatives. */
export interface PairPlace {
  readonly later: number;
  readonly earlier: number;
}

/** The place of a pair, the most similar first. */
export interface OutlinePlace extends PairPlace {
  readonly unlikeness: number;
}

/** The place of an allowance: its digests. */
export type AllowedPlace = Pick<AllowedPair, "a" | "b">;

/** What the thread that owns a store is asked: the calls of `CreativeStore`, and pages of those that tell everything. */
export interface StoreCalls {
  open: ThreadCall<StoreLocation, void>;
  close: ThreadCall<undefined, void>;
  put: ThreadCall<{ readonly batch: readonly NewCreative[]; readonly compared: readonly StoredPair[] }, void>;
  remove: ThreadCall<readonly string[], string[]>;
  redate: ThreadCall<
    {
      readonly id: string;
      readonly uploadedAt: string | undefined;
      readonly turned: readonly StoredPair[];
    },
    void
  >;
  candidates: ThreadCall<
    {
      readonly query: CandidateQuery;
      readonly options: Omit<CandidateOptions, "signal">;
      readonly scope: StoreScope;
    },
    StoredCandidate[]
  >;
  creatives: ThreadCall<readonly string[], Map<string, Creative>>;
  copiesOf: ThreadCall<readonly string[], Creative[]>;
  fingerprints: ThreadCall<readonly string[], Map<string, Uint8Array>>;
  creativePage: ThreadCall<{ readonly after: number; readonly scope: StoreScope }, Page<Creative, number>>;
  pairPage: ThreadCall<PairPlace, Page<StoredPair, PairPlace>>;
  pairPageOf: ThreadCall<{ readonly id: string; readonly after: PairPlace }, Page<StoredPair, PairPlace>>;
  pairsBetween: ThreadCall<readonly Pick<StoredPair, "a" | "b">[], StoredPair[]>;
  nearestOf: ThreadCall<
    { readonly id: string; readonly k: number; readonly scope: StoreScope },
    StoredPair[] | undefined
  >;
  creativeOutlinePage: ThreadCall<number, Page<CreativeOutline, number>>;
  pairOutlinePage: ThreadCall<OutlinePlace, Page<PairOutline, OutlinePlace>>;
  revision: ThreadCall<undefined, string>;
  allow: ThreadCall<AllowedPair, void>;
  disallow: ThreadCall<AllowedPlace, boolean>;
  areAllowed: ThreadCall<readonly AllowedPlace[], boolean[]>;
  allowedPage: ThreadCall<AllowedPlace, Page<AllowedPair, AllowedPlace>>;
  verify: ThreadCall<undefined, StoreProblem[]>;
  renewStaleEvidence: ThreadCall<undefined, void>;
  rebuild: ThreadCall<undefined, void>;
}
