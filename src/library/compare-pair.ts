import { ComparisonPool } from "../matching/comparison-pool.js";
import type { Description } from "../matching/description.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { CallGate } from "./call-gate.js";
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
 * `fingerprint` rejects with, and CALL_TIMED_OUT; nothing is under way any more then.
 */
export function compare(
  a: CreativeInput,
  b: CreativeInput,
  options: InputOptions = {},
): Promise<ComparedPair> {
  return new CallGate().work(options, async (signal) => {
    await using pool = new ComparisonPool(1);
    const [earlier, later] = await describeBoth(a, b, { ...options, signal }, pool);
    const [verdict] = await pool.compare(later.encoded, [earlier.encoded], { signal });
    const now = new Date();
    return {
      a: describeCreative(earlier.facts, typeof a === "string" ? { path: a } : {}, now),
      b: describeCreative(later.facts, typeof b === "string" ? { path: b } : {}, now),
      verdict: verdict as PairVerdict,
    };
  });
}

/** Reads the two side by side; where one of them fails, the other one is ended and waited for. */
async function describeBoth(
  a: CreativeInput,
  b: CreativeInput,
  options: InputOptions & { readonly signal: AbortSignal },
  pool: ComparisonPool,
): Promise<readonly [Description, Description]> {
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const describe = async (input: CreativeInput): Promise<Description> => {
    try {
      return await pool.describe(await readInput(input, { ...options, signal }), { signal });
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  };
  const both = [describe(a), describe(b)] as const;
  await Promise.allSettled(both);
  failure.signal.throwIfAborted();
  return await Promise.all(both);
}
