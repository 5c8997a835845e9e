import { createHash } from "node:crypto";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { candidateQuery, storedEvidence } from "../matching/candidate-evidence.js";
import { CandidateIndex } from "../matching/candidate-index.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanCache } from "./scan-cache.js";

/**
 * Finds for each creative of a sequence the earlier ones worth comparing with it. Asked in order, each creative against
 * those before it, so the answers depend on the sequence alone; they are remembered under a digest of it, and as long
 * as the beginning of a sequence is known nothing is indexed.
 */
export class CandidateSearch implements AsyncDisposable {
  readonly #cache: ScanCache;
  readonly #creatives: readonly FingerprintedCreative[];
  #sequenceDigest: string;
  #index: CandidateIndex | undefined;
  #indexed = 0;

  /** @param version changes whenever the search may answer otherwise */
  constructor(creatives: readonly FingerprintedCreative[], version: string, cache: ScanCache) {
    this.#creatives = creatives;
    this.#cache = cache;
    this.#sequenceDigest = version;
  }

  /** The places of the candidates for the creative at `position`, nearest first; to be asked for 0, 1, 2, … in turn. */
  async candidatesFor(position: number, signal: AbortSignal): Promise<readonly number[]> {
    const { creative, encoded } = this.#creatives[position];
    this.#sequenceDigest = createHash("sha256")
      .update(`${this.#sequenceDigest} ${creative.fileDigest}`)
      .digest("hex");
    const sequenceDigest = this.#sequenceDigest;
    const known = this.#cache.recall((cache) => cache.candidatesOf(sequenceDigest));
    if (known !== undefined) return known;

    const index = await this.#indexUpTo(position);
    const fingerprint = decodeFingerprint(encoded);
    const found = await index.find(candidateQuery(fingerprint), { signal });
    await this.#add(index, fingerprint);
    const positions = found.map(({ id }) => id);
    this.#cache.remember((cache) => cache.rememberCandidates(sequenceDigest, positions));
    return positions;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#index?.close();
  }

  /** The index with the creatives before `position`, and no others. */
  async #indexUpTo(position: number): Promise<CandidateIndex> {
    this.#index ??= await CandidateIndex.create();
    while (this.#indexed < position)
      await this.#add(this.#index, decodeFingerprint(this.#creatives[this.#indexed].encoded));
    return this.#index;
  }

  /** Adds the fingerprint of the first creative that is not in the index. */
  async #add(index: CandidateIndex, fingerprint: Fingerprint): Promise<void> {
    await index.add([storedEvidence(this.#indexed++, fingerprint)]);
  }
}
