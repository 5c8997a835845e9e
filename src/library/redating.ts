import { SamecutError } from "../errors.js";
import type { ComparedCreative, Comparisons } from "../matching/comparisons.js";
import { type Creative, publishedAt, type StoredPair } from "./creative.js";
import { requireOptions } from "./required-options.js";
import type { CreativeStore } from "./store.js";

/** Corrects when creatives were delivered. Calls must not overlap with others that write. */
export class Redating {
  readonly #store: CreativeStore;
  readonly #comparisons: Comparisons;

  constructor(store: CreativeStore, comparisons: Comparisons) {
    this.#store = store;
    this.#comparisons = comparisons;
  }

  /** See `Library.redate`. Rejects with CREATIVE_NOT_FOUND and SETTING_INVALID. */
  async redate(id: string, uploadedAt: Date | undefined, signal: AbortSignal): Promise<Creative> {
    if (uploadedAt !== undefined) requireOptions({ uploadedAt });
    const known = (await this.#store.creatives([id])).get(id);
    if (known === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
    const { uploadedAt: _before, ...undated } = known;
    const creative: Creative =
      uploadedAt === undefined ? undated : { ...undated, uploadedAt: uploadedAt.toISOString() };
    const pairs = await this.#store.pairsOf(id);
    const creatives = await this.#store.creatives(pairs.map(({ a, b }) => (a === id ? b : a)));
    creatives.set(id, creative);
    const turned: StoredPair[] = [];
    for (const { a, b } of pairs) {
      const [earlier, later] = [creatives.get(a), creatives.get(b)];
      if (earlier === undefined || later === undefined || publishedAt(earlier) <= publishedAt(later))
        continue;
      const pair = await this.#compare(later, earlier, signal);
      if (pair !== undefined) turned.push(pair);
    }
    await this.#store.redate(id, creative.uploadedAt, turned);
    return creative;
  }

  /** The pair the other way round; undefined where what is stored of one of them is damaged: it keeps its verdict. */
  async #compare(a: Creative, b: Creative, signal: AbortSignal): Promise<StoredPair | undefined> {
    const stored = await this.#store.fingerprints([a.id, b.id]);
    const [earlier, later] = [a, b].map(({ id, fileDigest }): ComparedCreative | undefined => {
      const encoded = stored.get(id);
      return encoded && { fileDigest, encoded };
    });
    if (earlier === undefined || later === undefined) return undefined;
    const [verdict] = await this.#comparisons.verdictsOn(later, [earlier], { signal });
    return verdict && { a: a.id, b: b.id, verdict };
  }
}
