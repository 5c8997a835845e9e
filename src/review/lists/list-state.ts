import type { PairFilter } from "../../report/html/pair-filter.js";
import type { KnownPairs } from "../known-pairs.js";
import type { ReviewClient } from "../service/review-api.js";

/** What a list of the library is asked for with. */
export interface ListState {
  readonly client: ReviewClient;
  readonly known: KnownPairs;
  /** Another one after each change of the library: lists are asked for again. */
  readonly revision: number;
  readonly filter: PairFilter;
}
