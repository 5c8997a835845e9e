import { seededRandom } from "../../samples/random.js";
import { blockhash } from "../../src/fingerprint/blockhash.js";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { quantisePicture } from "../../src/fingerprint/picture-codec.js";
import { describeCreative } from "../../src/library/creative.js";
import type { NewCreative } from "../../src/library/store.js";
import { type Evidence, evidenceOf } from "../../src/matching/candidate-evidence.js";
import { type SyntheticCreatives, syntheticDigest, variantOf } from "../scale/synthetic-creatives.js";

/** Creatives that share one drawing's pictures; each has a digest of its own and is found by other descriptors. */
const SHARING = 8;

/** Quantisation of luma that makes fingerprints about as long as those of filmed clips. */
const LUMA_STEP = 10;

/** Accounts of the library. */
const ACCOUNTS = 50;

/** The id of a creative by its number from 0. */
export function loadId(number: number): string {
  return `made-up-${number}`;
}

/** The creatives a library is filled with, one after the other by their numbers from 0. */
export class LoadCreatives {
  readonly #synthetic: SyntheticCreatives;
  readonly #seed: number;
  #drawn:
    | { readonly drawing: number; readonly fingerprint: Fingerprint; readonly evidence: Evidence }
    | undefined;

  constructor(synthetic: SyntheticCreatives, seed: number) {
    this.#synthetic = synthetic;
    this.#seed = seed;
  }

  /** A creative as it is put. */
  entry(number: number): NewCreative {
    const { fingerprint: drawn, evidence } = this.#drawing(Math.floor(number / SHARING));
    const fingerprint = { ...drawn, digests: { file: syntheticDigest("load", this.#seed, number) } };
    const details = { id: loadId(number), account: `account-${number % ACCOUNTS}` };
    return {
      creative: describeCreative(fingerprint, details, new Date()),
      fingerprint: encodeFingerprint(fingerprint),
      evidence:
        number % SHARING === 0 ? evidence : variantOf(evidence, seededRandom("load", this.#seed, number)),
    };
  }

  #drawing(drawing: number): { readonly fingerprint: Fingerprint; readonly evidence: Evidence } {
    if (this.#drawn?.drawing !== drawing) {
      const fingerprint = quantised(this.#synthetic.creative(drawing));
      this.#drawn = { drawing, fingerprint, evidence: evidenceOf(fingerprint) };
    }
    return this.#drawn;
  }
}

function quantised(fingerprint: Fingerprint): Fingerprint {
  const samples = fingerprint.samples.map((sample) => {
    const picture = quantisePicture(sample.picture, LUMA_STEP);
    return { ...sample, picture, hash: blockhash(picture) };
  });
  return { ...fingerprint, pictureStep: LUMA_STEP, samples };
}
