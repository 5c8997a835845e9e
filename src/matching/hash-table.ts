import { HammingScan } from "../index/hamming/hamming-scan.js";
import type { StoredEvidence } from "./candidate-evidence.js";

/** A creative and its hashes. */
export type HashedCreative = Pick<StoredEvidence, "id" | "hashes">;

/** Creatives by their hashes, every one of which is compared. */
export class HashTable {
  readonly #scan = new HammingScan();
  readonly #held = new Set<number>();

  /** Notes the hashes of creatives; one that is there already is left alone. */
  add(batch: readonly HashedCreative[]): void {
    const unknown = batch.filter(({ id }) => !this.#held.has(id));
    this.#scan.add(unknown.flatMap(({ id, hashes }) => hashes.map((code) => ({ id, code }))));
    for (const { id } of unknown) this.#held.add(id);
  }

  /** Forgets creatives; unknown numbers are left alone. */
  remove(ids: readonly number[]): void {
    const known = ids.filter((id) => this.#held.delete(id));
    if (known.length > 0) this.#scan.remove(known);
  }

  /** See `HammingScan.search`. */
  search(hashes: readonly Uint8Array[], radius: number): ReturnType<HammingScan["search"]> {
    return this.#scan.search(hashes, radius);
  }
}
