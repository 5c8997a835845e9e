import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { setBits } from "../fingerprint/hash-distance.js";
import {
  type AskedView,
  queryDescriptors,
  sceneDescriptors,
  searchedSamples,
  storedDescriptors,
} from "../signature/descriptors.js";
import { keySamples } from "../signature/key-samples.js";

/** What is worked out of a fingerprint so that its creative can be found. */
export interface Evidence {
  /** See `storedDescriptors`. */
  readonly descriptors: Int8Array;
  /** 256-bit hashes, 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
}

/** What an index holds of a creative; all of it follows from the fingerprint. */
export interface StoredEvidence extends Evidence {
  /** The creative's number in its collection: an integer from 0 to 2^32 - 2. */
  readonly id: number;
  readonly digests: Fingerprint["digests"];
}

/** What an index is asked for a creative. */
export interface CandidateQuery {
  readonly digests: Fingerprint["digests"];
  /** See `queryDescriptors`; those of `sceneDescriptors` last. */
  readonly views: readonly AskedView[];
  readonly hashes: readonly Uint8Array[];
}

/**
 * Hashes kept of a creative and asked of a query, of its key samples. Of 200 edits of real footage, none was found by hashes alone; they find equal pictures
 * where very many are near. Each that is kept is compared with each that is asked, so a few must do.
 */
const STORED_HASHES = 8;
const ASKED_HASHES = 4;

/**
 * Set bits of a hash that says something: half of them by construction, except where a picture is flat. A hash of
 * almost only zeros or ones is near every other such hash and proves nothing.
 */
const TELLING_BITS = { least: 64, most: 192 };

/** What is kept of a fingerprint so that its creative can be found. */
export function evidenceOf(fingerprint: Fingerprint): Evidence {
  const hashes = keySamples(fingerprint.samples, STORED_HASHES).map(({ hash }) => hash);
  return { descriptors: storedDescriptors(fingerprint), hashes: telling(hashes) };
}

/** What is stored of a creative so that it can be found. */
export function storedEvidence(id: number, fingerprint: Fingerprint): StoredEvidence {
  return { id, digests: fingerprint.digests, ...evidenceOf(fingerprint) };
}

/** What is asked to find the creatives that are like this one. Takes some 1 to 2 ms. */
export function candidateQuery(fingerprint: Fingerprint): CandidateQuery {
  const searched = searchedSamples(fingerprint);
  return {
    digests: fingerprint.digests,
    views: [...queryDescriptors(fingerprint, searched), ...sceneDescriptors(searched)],
    hashes: telling(searched.slice(0, ASKED_HASHES).map(({ hash }) => hash)),
  };
}

/** Each distinct hash that says something, once. */
function telling(hashes: readonly Uint8Array[]): Uint8Array[] {
  const distinct = new Map(hashes.map((hash) => [Buffer.from(hash).toString("latin1"), hash]));
  return [...distinct.values()].filter((hash) => {
    const set = hash.reduce((sum, byte) => sum + setBits(byte), 0);
    return set >= TELLING_BITS.least && set <= TELLING_BITS.most;
  });
}
