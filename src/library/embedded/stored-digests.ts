import type { Fingerprint } from "../../fingerprint/fingerprint.js";
import type { DigestIndex } from "../../matching/digest-table.js";
import type { CreativeTable } from "./creative-table.js";

/** Digests as they are stored: a creative is found by them from the moment it is put until it is deleted, so there is nothing to note. */
export class StoredDigests implements DigestIndex {
  readonly #creatives: CreativeTable;

  constructor(creatives: CreativeTable) {
    this.#creatives = creatives;
  }

  add(): void {}

  remove(): void {}

  find(digests: Fingerprint["digests"]): number[] {
    return this.#creatives.withDigests(digests);
  }
}
