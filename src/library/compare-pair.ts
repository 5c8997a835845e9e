import { ComparisonPool } from "../matching/comparison-pool.js";
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
  const bounds = options.signal ? { signal: options.signal } : {};
  await using pool = new ComparisonPool(1);
  const describe = async (input: CreativeInput) => pool.describe(await readInput(input, options), bounds);
  const [earlier, later] = await Promise.all([describe(a), describe(b)]);
  const [verdict] = await pool.compare(later.encoded, [earlier.encoded], bounds);
  const now = new Date();
  return {
    a: describeCreative(earlier.facts, typeof a === "string" ? { path: a } : {}, now),
    b: describeCreative(later.facts, typeof b === "string" ? { path: b } : {}, now),
    verdict: verdict as PairVerdict,
  };
}
