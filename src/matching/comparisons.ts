import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { ComparisonPool } from "./comparison-pool.js";
import type { Description } from "./description.js";

/** A creative as it is compared. */
export interface ComparedCreative {
  /** `sha256:<hex>` of its file. */
  readonly fileDigest: string;
  /** See `encodeFingerprint`. */
  readonly encoded: Uint8Array;
}

/** A verdict about two contents; `a` is the earlier creative, and (b, a) is another entry than (a, b). */
export interface RememberedVerdict {
  /** `sha256:<hex>` of the file. */
  readonly a: string;
  /** `sha256:<hex>` of the file. */
  readonly b: string;
  /** `distinct` verdicts are remembered as well. */
  readonly verdict: PairVerdict;
}

/** Verdicts made before. It must not give those of a samecut that judges otherwise. */
export interface VerdictMemory {
  /** The verdict about two contents by their digests, `a` being the earlier creative; undefined when it is not known. */
  verdictOf(a: string, b: string): PairVerdict | undefined;
  /** Takes verdicts that were not known. */
  rememberVerdicts(verdicts: readonly RememberedVerdict[]): void;
}

/** Describes and compares creatives in several threads; where there is a memory, no two contents twice. */
export class Comparisons implements AsyncDisposable {
  readonly #pool: ComparisonPool;
  readonly #memory: VerdictMemory | undefined;

  /** @param jobs threads, at least 1; default the number of cores */
  constructor(jobs?: number, memory?: VerdictMemory) {
    this.#pool = new ComparisonPool(jobs);
    this.#memory = memory;
  }

  /** See {@link ComparisonPool.describe}. */
  describe(fingerprint: Fingerprint, options: { readonly signal?: AbortSignal } = {}): Promise<Description> {
    return this.#pool.describe(fingerprint, options);
  }

  /** The verdicts on a creative (side b) against earlier ones (side a), in their order. Rejects as {@link ComparisonPool.compare} does. */
  async verdictsOn(
    later: ComparedCreative,
    earlier: readonly ComparedCreative[],
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<PairVerdict[]> {
    const b = later.fileDigest;
    const known = earlier.map(({ fileDigest: a }) => this.#memory?.verdictOf(a, b));
    const missing = earlier.filter((_, index) => known[index] === undefined);
    const made = await this.#pool.compare(
      later.encoded,
      missing.map(({ encoded }) => encoded),
      options,
    );
    const entries = missing.map(({ fileDigest: a }, index) => ({
      a,
      b,
      verdict: made[index] as PairVerdict,
    }));
    if (entries.length > 0) this.#memory?.rememberVerdicts(entries);
    let next = 0;
    return known.map((verdict) => verdict ?? (made[next++] as PairVerdict));
  }

  /** Ends the threads; what is under way is given up. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
