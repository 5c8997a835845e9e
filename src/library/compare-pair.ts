import { createComparer } from "../verdict/compare.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { type Creative, describeCreative } from "./creative.js";
import type { CreativeInput, InputOptions } from "./library-calls.js";
import { readInput } from "./read-input.js";

/** Two creatives and the verdict on them. */
export interface ComparedPair {
  readonly a: Creative;
  readonly b: Creative;
  readonly verdict: PairVerdict;
}

/**
 * Compares two creatives without a library, whatever the grade; `a` is taken to be the earlier one. Rejects with what
 * `fingerprint` rejects with.
 */
export async function compare(
  a: CreativeInput,
  b: CreativeInput,
  options: InputOptions = {},
): Promise<ComparedPair> {
  const [earlier, later] = await Promise.all([readInput(a, options), readInput(b, options)]);
  options.signal?.throwIfAborted();
  const now = new Date();
  return {
    a: describeCreative(earlier, typeof a === "string" ? { path: a } : {}, now),
    b: describeCreative(later, typeof b === "string" ? { path: b } : {}, now),
    verdict: createComparer(later).compareWith(earlier),
  };
}
