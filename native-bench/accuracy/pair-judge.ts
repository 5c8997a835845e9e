import type { PairTruth, TruthFile } from "../../samples/truth/truth-file.js";
import { decodeFingerprint } from "../../src/fingerprint/codec.js";
import type { ComparedCreative, Comparisons } from "../../src/matching/comparisons.js";
import { type PairSet, pairSets } from "../corpus/clip-sets.js";
import type { JudgedPair, Relation, Sides } from "./judged-pair.js";
import { type RelationBetween, relationsIn } from "./relation.js";

/** An earlier creative that another one is compared with, and what is known of the two beforehand. */
export interface EarlierFile {
  readonly a: string;
  readonly relation: Relation;
  readonly truth?: PairTruth | undefined;
  readonly searched: boolean;
  readonly squaredDistance?: number | undefined;
}

/** Compares files of a corpus, and says what they are to each other. */
export class PairJudge {
  readonly relationBetween: RelationBetween;
  readonly setOf: (a: string, b: string) => PairSet;
  readonly #originalOf: ReadonlyMap<string, string>;
  readonly #originals: ReadonlySet<string>;

  /** @param encoded encoded fingerprints by path */
  constructor(
    truth: TruthFile,
    private readonly encoded: ReadonlyMap<string, Uint8Array>,
    private readonly comparisons: Comparisons,
  ) {
    this.relationBetween = relationsIn(truth);
    this.setOf = pairSets(truth);
    this.#originalOf = new Map(truth.creatives.map(({ file, original }) => [file, original]));
    this.#originals = new Set(truth.originals.map(({ file }) => file));
  }

  /** Compares b with earlier creatives. A RangeError where one has no fingerprint; rejects as `Comparisons` does. */
  async judge(b: string, earlier: readonly EarlierFile[], signal: AbortSignal): Promise<JudgedPair[]> {
    const creatives = earlier.map(({ a }) => this.#compared(a));
    const verdicts = await this.comparisons.verdictsOn(this.#compared(b), creatives, { signal });
    return earlier.map(
      ({ a, relation, truth, searched, squaredDistance }, place): JudgedPair => ({
        ...{ a, b, relation, searched },
        sides: this.#sidesOf(a, b),
        set: this.setOf(a, b),
        clips: [this.#originalOf.get(a), this.#originalOf.get(b)].sort().join(" "),
        ...(truth && { truth }),
        ...(squaredDistance !== undefined && { squaredDistance }),
        verdict: verdicts[place]!,
      }),
    );
  }

  #compared(file: string): ComparedCreative {
    const encoded = this.encoded.get(file);
    if (encoded === undefined) throw new RangeError(`${file} has no fingerprint`);
    return { fileDigest: decodeFingerprint(encoded).digests.file, encoded };
  }

  #sidesOf(a: string, b: string): Sides {
    const originals = [a, b].filter((file) => this.#originals.has(file)).length;
    return (["no original", "an original", "two originals"] as const)[originals]!;
  }
}
