import { seededRandom } from "../../samples/random.js";
import type { StoredPair } from "../../src/library/creative.js";
import { createComparer } from "../../src/verdict/compare.js";
import type { PairVerdict } from "../../src/verdict/verdict.js";
import { plantedEdit } from "../scale/planted-edit.js";
import type { SyntheticCreatives } from "../scale/synthetic-creatives.js";
import { loadId } from "./load-creatives.js";

/** Creatives before each that it is said to have been compared with: with as many after it, more than are kept. */
const COMPARED = 6;

/** One creative in so many is said to be an edited copy of the one before it. */
const COPY_EVERY = 20;

/** Verdicts of either kind that are made; pairs have them in turns. */
const VERDICTS = 32;

/** The pairs a library is filled with: a search and a comparison for each would take days. */
export class LoadPairs {
  readonly #copies: PairVerdict[] = [];
  readonly #strangers: PairVerdict[] = [];
  readonly #seed: number;

  /** Compares some made-up creatives with edits of them, and with each other. */
  constructor(synthetic: SyntheticCreatives, seed: number) {
    this.#seed = seed;
    for (let number = 0; this.#copies.length < VERDICTS; number++) {
      const original = synthetic.creative(number);
      const edit = plantedEdit(original, number, seed, (random) => synthetic.realPicture(random));
      const verdict = createComparer(edit).compareWith(original);
      if (verdict.grade !== "distinct") this.#copies.push(verdict);
    }
    for (let number = 0; this.#strangers.length < VERDICTS; number++) {
      const verdict = createComparer(synthetic.creative(number + 1)).compareWith(synthetic.creative(number));
      if (verdict.grade === "distinct") this.#strangers.push(verdict);
    }
  }

  /** What a creative is said to have been compared with when it was put. */
  of(number: number): StoredPair[] {
    const random = seededRandom("pairs", this.#seed, number);
    return Array.from({ length: Math.min(number, COMPARED) }, (_, place): StoredPair => {
      const isCopy = place === 0 && number % COPY_EVERY === 1;
      const verdict = random.pick(isCopy ? this.#copies : this.#strangers);
      return { a: loadId(number - 1 - place), b: loadId(number), verdict };
    });
  }
}
