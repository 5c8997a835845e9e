import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import { wasm } from "../../wasm/runtime.js";
import { requireId } from "../checked-input.js";
import { NOBODY } from "../nobody.js";
import { CODE_BYTES, DISTANCE_BITS, popcountKernel } from "./popcount-kernel.js";

/** One binary hash of one creative. */
export interface CodeEntry {
  /** The creative's number: an integer from 0 to 2^32 - 2. */
  readonly id: number;
  /** 32 bytes: 256 bits. */
  readonly code: Uint8Array;
}

/** A creative with a code near a query. */
export interface CodeNeighbour {
  readonly id: number;
  /** Differing bits of its nearest code: 0 to 256. */
  readonly distance: number;
}

/** Codes scanned by one call of the kernel: some 0.1 ms. */
const BLOCK_CODES = 65_536;
/** Codes scanned before other work of the process gets a turn: some 5 ms. */
const CODES_A_TURN = 4_000_000;
const PAGE_BYTES = 65_536;

/** The query, then room for a block's hits, then the codes. */
const QUERY_AT = 0;
const HITS_AT = CODE_BYTES;
const CODES_AT = HITS_AT + BLOCK_CODES * 4;

/** Exact search over 256-bit hashes: every code is compared. At most some 100 million codes (the memory's 4 GiB). */
export class HammingScan {
  readonly #memory = new wasm.Memory({ initial: Math.ceil(CODES_AT / PAGE_BYTES) + 1 });
  readonly #scan = popcountKernel(this.#memory);
  /** By place; nobody where it is free. */
  #ids = new Uint32Array(1024);
  /** Places that have been used, and those of them that are free again. */
  #count = 0;
  readonly #free: number[] = [];

  /** Codes held. */
  get size(): number {
    return this.#count - this.#free.length;
  }

  /** Adds codes. Throws VECTOR_INVALID, and then none is added. */
  add(entries: readonly CodeEntry[]): void {
    for (const { id, code } of entries) {
      requireId(id);
      requireCode(code);
    }
    this.#reserve(this.#count + Math.max(0, entries.length - this.#free.length));
    const bytes = new Uint8Array(this.#memory.buffer);
    for (const { id, code } of entries) {
      const place = this.#free.pop() ?? this.#count++;
      bytes.set(code, CODES_AT + place * CODE_BYTES);
      this.#ids[place] = id;
    }
  }

  /** Removes all codes of these creatives; unknown ids are left alone. Nothing is moved: a search may be under way, and there may be millions. */
  remove(ids: readonly number[]): void {
    const gone = new Set(ids);
    for (let place = 0; place < this.#count; place++) {
      if (!gone.has(this.#ids[place]!)) continue;
      this.#ids[place] = NOBODY;
      this.#free.push(place);
    }
  }

  /**
   * The creatives with a code within `radius` bits (inclusive) of any query, nearest first, then by id. Long scans
   * let other work in between; codes added or removed meanwhile may or may not be seen. Throws VECTOR_INVALID.
   */
  async search(queries: readonly Uint8Array[], radius: number): Promise<CodeNeighbour[]> {
    const least = new Map<number, number>();
    let scanned = 0;
    for (const query of queries) {
      requireCode(query);
      for (let first = 0; first < this.#count; first += BLOCK_CODES) {
        if (scanned >= CODES_A_TURN) {
          await nextTurn();
          scanned = 0;
        }
        // Within one turn: another search may have put its own query there.
        new Uint8Array(this.#memory.buffer).set(query, QUERY_AT);
        scanned += this.#scanBlock(first, radius, least);
      }
    }
    return [...least]
      .map(([id, distance]) => ({ id, distance }))
      .sort((a, b) => a.distance - b.distance || a.id - b.id);
  }

  #scanBlock(first: number, radius: number, least: Map<number, number>): number {
    const count = Math.min(BLOCK_CODES, this.#count - first);
    const found = this.#scan(CODES_AT + first * CODE_BYTES, count, QUERY_AT, radius, HITS_AT);
    for (const hit of new Uint32Array(this.#memory.buffer, HITS_AT, found)) {
      const id = this.#ids[first + (hit >>> DISTANCE_BITS)] as number;
      if (id === NOBODY) continue;
      const distance = hit & ((1 << DISTANCE_BITS) - 1);
      if (distance < (least.get(id) ?? Number.POSITIVE_INFINITY)) least.set(id, distance);
    }
    return count;
  }

  #reserve(codes: number): void {
    const missing = CODES_AT + codes * CODE_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      const pages = Math.ceil(missing / PAGE_BYTES);
      // A quarter more than needed: the memory is copied when it grows.
      this.#memory.grow(pages + Math.ceil(this.#memory.buffer.byteLength / PAGE_BYTES / 4));
    }
    if (codes > this.#ids.length) {
      const larger = new Uint32Array(Math.max(codes, this.#ids.length * 2));
      larger.set(this.#ids);
      this.#ids = larger;
    }
  }
}

function requireCode(code: Uint8Array): void {
  if (!(code instanceof Uint8Array) || code.length !== CODE_BYTES) {
    throw new SamecutError("VECTOR_INVALID", { detail: `expected a code of ${CODE_BYTES} bytes` });
  }
}
