import { join } from "node:path";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { type CreativeDetails, describeCreative, type StoredPair } from "../../src/library/creative.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import type { CreativeStore, NewCreative } from "../../src/library/store.js";
import { distinctVerdict } from "../../src/verdict/verdict.js";

/** Every store keeps the same contract; a new back end is a new line here. */
export const BACK_ENDS: Record<string, (folder: string) => Promise<CreativeStore>> = {
  embedded: (folder) => EmbeddedStore.open(join(folder, "store")),
};

/** A creative to be stored. */
export function entry(
  fingerprint: Fingerprint,
  details: CreativeDetails & { addedAt?: string } = {},
): NewCreative {
  const addedAt = new Date(details.addedAt ?? "2026-01-01T00:00:00Z");
  return {
    creative: describeCreative(fingerprint, details, addedAt),
    fingerprint: encodeFingerprint(fingerprint),
  };
}

/** Two creatives that were found similar, similarity 0.5. */
export function pair(a: string, b: string): StoredPair {
  return { a, b, verdict: { ...distinctVerdict(), similarity: 0.5, grade: "similar" } };
}
