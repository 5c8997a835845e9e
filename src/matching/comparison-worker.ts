import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type Comparer, createComparer } from "../verdict/compare.js";
import type { ComparisonOutcome, ComparisonTask } from "./comparison-task.js";
import { type Description, describeFingerprint } from "./description.js";

/** The last query of this thread: a creative's comparisons come in several tasks, and making it ready takes as long as refusing a few strangers. */
let last: { readonly encoded: Uint8Array; readonly comparer: Comparer } | undefined;

/** Describes one fingerprint in a thread of the pool. */
export function describeTask(fingerprint: Fingerprint): Description {
  return describeFingerprint(fingerprint);
}

/** Runs one comparison in a thread of the pool. */
export function compareTask({ later, earlier }: ComparisonTask): ComparisonOutcome {
  try {
    const comparer = comparerOf(later);
    return { verdicts: earlier.map((bytes) => comparer.compareWith(decodeFingerprint(bytes))) };
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    return { error: { code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) } };
  }
}

function comparerOf(encoded: Uint8Array): Comparer {
  if (last === undefined || Buffer.compare(last.encoded, encoded) !== 0)
    last = { encoded, comparer: createComparer(decodeFingerprint(encoded)) };
  return last.comparer;
}
