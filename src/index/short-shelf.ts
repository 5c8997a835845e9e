import { CODE_WORDS, SHORT_BYTES, SQUARED_DISTANCE_UNITS } from "../signature/short-descriptor.js";
import { wasm } from "../wasm/runtime.js";
import { distanceKernel, PAIR_BYTES } from "./distance-kernel.js";
import { shortCodeKernel } from "./short-code-kernel.js";

/** Short descriptors that can be asked at a time; a query has up to 1,400. */
export const MOST_ASKED = 2048;
/** Pairs that are compared in one call. */
const PAIRS = 4096;
/** Short descriptors whose codes are written in one call. */
export const MOST_CODED = 64;

const PAGE_BYTES = 65_536;
/** What is asked, then the pairs of a call, room for their distances, for codes, and what is held. */
const ASKED_AT = 0;
const PAIRS_AT = ASKED_AT + MOST_ASKED * SHORT_BYTES;
const DISTANCES_AT = PAIRS_AT + PAIRS * PAIR_BYTES;
const CODES_AT = DISTANCES_AT + PAIRS * 4;
const CODED_WORDS = MOST_CODED * CODE_WORDS;
const HELD_AT = Math.ceil((CODES_AT + CODED_WORDS * 4) / PAGE_BYTES) * PAGE_BYTES;

/** Told for a pair: the place of the asked one, the label of the held one, and their squared distance. */
export type OnDistance = (place: number, label: number, squaredDistance: number) => void;

/** Short descriptors in a block of memory that a kernel reads, at most 4 GiB of them: comparing many pairs costs a fraction of comparing each. */
export class ShortShelf {
  readonly #memory = new wasm.Memory({ initial: HELD_AT / PAGE_BYTES });
  readonly #compare = distanceKernel(this.#memory);
  readonly #code = shortCodeKernel(this.#memory);
  readonly #places = new Uint16Array(PAIRS);
  readonly #labels = new Uint32Array(PAIRS);
  #pairs = 0;
  #bytes = new Int8Array(this.#memory.buffer);
  #addresses = new Uint32Array(this.#memory.buffer, PAIRS_AT, 2 * PAIRS);
  #distances = new Int32Array(this.#memory.buffer, DISTANCES_AT, PAIRS);
  #codes = new Uint32Array(this.#memory.buffer, CODES_AT, CODED_WORDS);

  /** The memory as it is now; another object after each {@link grow}. */
  get bytes(): Int8Array {
    return this.#bytes;
  }

  /** Makes room for more, all zeros, and returns where it begins: always a multiple of 64. */
  grow(bytes: number): number {
    const start = this.#memory.grow(Math.ceil(bytes / PAGE_BYTES)) * PAGE_BYTES;
    this.#bytes = new Int8Array(this.#memory.buffer);
    this.#addresses = new Uint32Array(this.#memory.buffer, PAIRS_AT, 2 * PAIRS);
    this.#distances = new Int32Array(this.#memory.buffer, DISTANCES_AT, PAIRS);
    this.#codes = new Uint32Array(this.#memory.buffer, CODES_AT, CODED_WORDS);
    return start;
  }

  /** The codes (see `writeCode`) of held short descriptors from a byte on, at most {@link MOST_CODED}; they hold until the next call. */
  codesOf(heldAt: number, count: number): Uint32Array {
    this.#code(heldAt, count, CODES_AT);
    return this.#codes;
  }

  /** Sets what is asked: at most {@link MOST_ASKED} short descriptors, one after the other. */
  ask(shorts: Int8Array): void {
    if (shorts.length > MOST_ASKED * SHORT_BYTES)
      throw new RangeError(`expected at most ${MOST_ASKED} views`);
    this.#bytes.set(shorts, ASKED_AT);
  }

  /** The squared distances, in {@link SQUARED_DISTANCE_UNITS}, of a held one, by where it begins, and some asked ones, by their places; they hold until the next call. No pairs may be waiting for {@link flush}. */
  distancesTo(heldAt: number, places: readonly number[]): Int32Array {
    for (let pair = 0; pair < places.length; pair++) {
      this.#addresses[2 * pair] = ASKED_AT + places[pair]! * SHORT_BYTES;
      this.#addresses[2 * pair + 1] = heldAt;
    }
    this.#compare(PAIRS_AT, places.length, DISTANCES_AT);
    return this.#distances;
  }

  /** Notes a pair to be compared: an asked one, by its place, and a held one, by where it begins; tells of it sooner or later. */
  compare(place: number, label: number, heldAt: number, onDistance: OnDistance): void {
    this.#addresses[2 * this.#pairs] = ASKED_AT + place * SHORT_BYTES;
    this.#addresses[2 * this.#pairs + 1] = heldAt;
    this.#places[this.#pairs] = place;
    this.#labels[this.#pairs++] = label;
    if (this.#pairs === PAIRS) this.flush(onDistance);
  }

  /** Tells of all pairs that have been noted. */
  flush(onDistance: OnDistance): void {
    const count = this.#pairs;
    this.#pairs = 0;
    this.#compare(PAIRS_AT, count, DISTANCES_AT);
    const distances = this.#distances;
    for (let pair = 0; pair < count; pair++)
      onDistance(this.#places[pair]!, this.#labels[pair]!, distances[pair]! / SQUARED_DISTANCE_UNITS);
  }
}
