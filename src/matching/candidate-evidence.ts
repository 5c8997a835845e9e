import type { Fingerprint } from "../fingerprint/fingerprint.js";
import {
  queryDescriptors,
  sceneDescriptors,
  searchedSamples,
  storedDescriptors,
} from "../signature/descriptors.js";

/** What an index holds of a creative; all of it follows from the fingerprint. */
export interface StoredEvidence {
  /** The creative's number in its collection: an integer from 0 to 2^32 - 2. */
  readonly id: number;
  readonly digests: Fingerprint["digests"];
  /** Unit vectors; see `storedDescriptors`. */
  readonly descriptors: readonly Float32Array[];
  /** 256-bit hashes, 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
}

/** What an index is asked for a creative. */
export interface CandidateQuery {
  readonly digests: Fingerprint["digests"];
  /** Unit vectors; see `queryDescriptors`. */
  readonly descriptors: readonly Float32Array[];
  /** Unit vectors, asked more widely; see `sceneDescriptors`. */
  readonly scene: readonly Float32Array[];
  readonly hashes: readonly Uint8Array[];
}

/** Hashes kept of a creative: those of the first half minute at two samples a second. */
const STORED_HASHES = 60;

/**
 * Set bits of a hash that says something: half of them by construction, except where a picture is flat. A hash of
 * almost only zeros or ones is near every other such hash and proves nothing.
 */
const TELLING_BITS = { least: 64, most: 192 };

/** What is stored of a creative so that it can be found. */
export function storedEvidence(id: number, fingerprint: Fingerprint): StoredEvidence {
  const hashes = fingerprint.samples.slice(0, STORED_HASHES).map(({ hash }) => hash);
  return {
    id,
    digests: fingerprint.digests,
    descriptors: storedDescriptors(fingerprint),
    hashes: telling(hashes),
  };
}

/** What is asked to find the creatives that are like this one. Takes some 5 to 15 ms. */
export function candidateQuery(fingerprint: Fingerprint): CandidateQuery {
  const searched = searchedSamples(fingerprint);
  return {
    digests: fingerprint.digests,
    descriptors: queryDescriptors(fingerprint, searched),
    scene: sceneDescriptors(searched),
    hashes: telling(searched.map(({ hash }) => hash)),
  };
}

/** Each distinct hash that says something, once. */
function telling(hashes: readonly Uint8Array[]): Uint8Array[] {
  const distinct = new Map(hashes.map((hash) => [Buffer.from(hash).toString("latin1"), hash]));
  return [...distinct.values()].filter((hash) => {
    const set = hash.reduce((sum, byte) => sum + bitsOf(byte), 0);
    return set >= TELLING_BITS.least && set <= TELLING_BITS.most;
  });
}

function bitsOf(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
}
