import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { PairVerdict } from "./verdict.js";

/** Compares one query (the later creative, side b) with any number of references (side a). */
export interface Comparer {
  /** The verdict on the query against an earlier creative. Pure and deterministic. */
  compareWith(reference: Fingerprint): PairVerdict;
}

/** Prepares a query for comparing. */
export function createComparer(query: Fingerprint): Comparer {
  return {
    compareWith(reference) {
      const identical = query.digests.file === reference.digests.file;
      return {
        similarity: identical ? 1 : 0,
        grade: identical ? "identical" : "distinct",
        rules: identical ? [{ rule: 1, confidence: 1, detail: { sameFile: true } }] : [],
        coverage: { a: identical ? 1 : 0, b: identical ? 1 : 0 },
        segments: [],
        transform: { mirrored: false, angleDegrees: 0, zoom: 1, stretch: 1, speed: 1, offsetSeconds: 0 },
        changed: { regions: [] },
      };
    },
  };
}
