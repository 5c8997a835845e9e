import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import { createComparer } from "../verdict/compare.js";
import type { ComparisonOutcome, ComparisonTask } from "./comparison-task.js";

/** Runs one task in a thread of the pool. */
export function compareTask({ later, earlier }: ComparisonTask): ComparisonOutcome {
  try {
    const comparer = createComparer(decodeFingerprint(later));
    return { verdicts: earlier.map((bytes) => comparer.compareWith(decodeFingerprint(bytes))) };
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    return { error: { code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) } };
  }
}
