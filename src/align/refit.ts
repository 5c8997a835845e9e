import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { fitMap } from "./fit.js";
import { isPlausible } from "./plausible.js";

/** Matched moments that the fit is made again from, and the steps it takes. */
const MOMENTS = 5;
const STEPS = { coarse: 4, fine: 5 };

/**
 * Fits again from moments that play at the same time, spread over all that is matched: a guess's own moments were found by their looks, and in a
 * moving shot they are up to half a second apart. Undefined where there is nothing to fit or the fit wanders off.
 */
export function refit(
  reference: Fingerprint,
  query: Fingerprint,
  { fit, lines }: Evidence,
): Evidence | undefined {
  const matches = lines[0]?.matches ?? [];
  if (matches.length === 0) return undefined;
  const count = Math.min(MOMENTS, matches.length);
  const pairs = Array.from({ length: count }, (_, k) => {
    const match = matches[Math.floor(((k + 0.5) * matches.length) / count)]!;
    return {
      reference: reference.samples[match.reference]!.picture,
      query: query.samples[match.query]!.picture,
    };
  });
  const again = fitMap(pairs, fit.map, STEPS);
  return again !== undefined && isPlausible(again.map) ? gatherEvidence(reference, query, again) : undefined;
}
