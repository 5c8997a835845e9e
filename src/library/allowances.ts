import { SamecutError } from "../errors.js";
import type { Creative } from "./creative.js";
import type { AllowedPair, CreativeStore } from "./store.js";

/** Which creatives are fine beside each other. It is their contents that are remembered: an allowance outlives their removal. */
export class Allowances {
  readonly #store: CreativeStore;

  constructor(store: CreativeStore) {
    this.#store = store;
  }

  /** Remembers that two creatives are fine, again with another reason. Throws CREATIVE_NOT_FOUND. */
  async allow(a: string, b: string, reason?: string): Promise<void> {
    const digests = await this.#digestsOf(a, b);
    const allowedAt = new Date().toISOString();
    await this.#store.allow({ ...digests, ...(reason === undefined ? {} : { reason }), allowedAt });
  }

  /** Takes {@link allow} back; false when the two were not allowed. Throws CREATIVE_NOT_FOUND. */
  async disallow(a: string, b: string): Promise<boolean> {
    const digests = await this.#digestsOf(a, b);
    return await this.#store.disallow(digests.a, digests.b);
  }

  /** Which of some creatives are allowed beside one at this moment, in their order. */
  async beside({ fileDigest }: Creative, others: readonly Creative[]): Promise<boolean[]> {
    if (others.length === 0) return [];
    return await this.#store.areAllowed(others.map((other) => inOrder(fileDigest, other.fileDigest)));
  }

  async #digestsOf(a: string, b: string): Promise<Digests> {
    const creatives = await this.#store.creatives([a, b]);
    const digestOf = (id: string): string => {
      const creative = creatives.get(id);
      if (creative === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
      return creative.fileDigest;
    };
    return inOrder(digestOf(a), digestOf(b));
  }
}

type Digests = Pick<AllowedPair, "a" | "b">;

function inOrder(p: string, q: string): Digests {
  return p < q ? { a: p, b: q } : { a: q, b: p };
}
