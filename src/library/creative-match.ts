import type { PairVerdict } from "../verdict/verdict.js";
import type { Creative } from "./creative.js";

/** A creative of the library and the verdict on it and a query. */
export interface CreativeMatch {
  readonly creative: Creative;
  /** True when the library's creative is side a, the earlier one, of the verdict; false when it is side b. */
  readonly earlier: boolean;
  readonly verdict: PairVerdict;
}
