import { HammingScan } from "../index/hamming/hamming-scan.js";
import { HnswNeighbours } from "../index/hnsw/hnsw-neighbours.js";
import type { HnswSettings } from "../index/hnsw/hnsw-settings.js";
import type { NearestNeighbours } from "../index/nearest-neighbours.js";
import { CANDIDATE_DISTANCE, DESCRIPTOR_DIMENSION, SCENE_DISTANCE } from "../signature/descriptors.js";
import type { CandidateQuery, StoredEvidence } from "./candidate-evidence.js";
import { DigestTable } from "./digest-table.js";

/** A stored creative that may be a near-duplicate of a query; only comparing the two tells. */
export interface Candidate {
  /** The creative's number in its collection. */
  readonly id: number;
  /** 0 for equal digests, else the squared distance of the nearest evidence: 0 to 4. */
  readonly squaredDistance: number;
}

/** How widely candidates are looked for. */
export interface CandidateOptions {
  /** Most candidates, nearest first; default {@link CANDIDATE_LIMIT}. */
  readonly limit?: number;
  /** Squared distance of descriptors, 0 to 4; default `CANDIDATE_DISTANCE`. */
  readonly radius?: number;
  /** Squared distance of the whole upright picture's descriptors, 0 to 4; default `SCENE_DISTANCE`. */
  readonly sceneRadius?: number;
  /** Differing bits of hashes, 0 to 256; default {@link HAMMING_RADIUS}. */
  readonly hammingRadius?: number;
  /** Distinct stored descriptors looked at for each one asked; default {@link NEIGHBOURS_ASKED}. */
  readonly k?: number;
  readonly signal?: AbortSignal;
}

/** Comparing one candidate takes some 5 to 30 ms: 256 keep the worst query within a few seconds. Range 1 to 10,000. */
export const CANDIDATE_LIMIT = 256;

/**
 * Unrelated hashes differ by some 128 of their 256 bits, the nearest of two unrelated clips by 110; a re-encode with caption and
 * brightness changed by up to 40, takes of one scene (rules 5 and 6) by 2 to 60. Within 56 come 2 % of different clips.
 */
export const HAMMING_RADIUS = 56;

/**
 * Several views and moments of a creative are near the same query, and campaigns have dozens of variants: among 66
 * variants of one clip, 96 find what 1,024 find, and 24 miss one pair in forty of those. Range 1 to 1,024.
 */
export const NEIGHBOURS_ASKED = 96;

/**
 * Vectors asked before the radius is drawn in to the least promising candidate there is still room for: a large library has hundreds of
 * creatives near any query, and listing those that would be left out in the end costs more than finding those that stay.
 */
const VECTORS_A_ROUND = 128;

/** Two codes that differ in h of 256 bits are unit vectors of ±1/16 at squared distance 4h/256: one scale for both. */
const SQUARED_DISTANCE_A_BIT = 4 / 256;

/**
 * Finds the stored creatives that are worth comparing with a query: those with equal digests, with near descriptors
 * (HNSW) and with near hashes (exact). Which candidates come, and in what order, depends on what is stored only.
 */
export class CandidateIndex implements AsyncDisposable {
  readonly #neighbours: NearestNeighbours;
  readonly #hashes = new HammingScan();
  readonly #digests = new DigestTable();

  /** Over an index of descriptors, which is closed with this one; its creatives must get their evidence by {@link adopt}. */
  constructor(neighbours: NearestNeighbours) {
    this.#neighbours = neighbours;
  }

  /** An empty one in memory. Throws SETTING_INVALID and INDEX_UNAVAILABLE. */
  static async create(settings?: Partial<HnswSettings>): Promise<CandidateIndex> {
    return new CandidateIndex(await HnswNeighbours.create(DESCRIPTOR_DIMENSION, settings));
  }

  /** Adds creatives; their numbers must be new. Throws INDEX_CRASHED, after which the index is of no more use. */
  async add(batch: readonly StoredEvidence[]): Promise<void> {
    await this.#neighbours.add(
      batch.flatMap(({ id, descriptors }) => descriptors.map((vector) => ({ id, vector }))),
    );
    this.adopt(batch);
  }

  /** Adds digests and hashes of creatives whose descriptors the index of descriptors already holds. */
  adopt(batch: readonly StoredEvidence[]): void {
    this.#hashes.add(batch.flatMap(({ id, hashes }) => hashes.map((code) => ({ id, code }))));
    for (const { id, digests } of batch) this.#digests.add(id, digests);
  }

  /** Removes creatives; unknown numbers are left alone. */
  async remove(ids: readonly number[]): Promise<void> {
    this.#hashes.remove(ids);
    for (const id of ids) this.#digests.remove(id);
    await this.#neighbours.remove(ids);
  }

  /** The candidates for a query, nearest first, then by number. Rejects with the signal's reason, or INDEX_CRASHED. */
  async find(query: CandidateQuery, options: CandidateOptions = {}): Promise<Candidate[]> {
    const {
      limit = CANDIDATE_LIMIT,
      radius = CANDIDATE_DISTANCE,
      sceneRadius = SCENE_DISTANCE,
      hammingRadius = HAMMING_RADIUS,
      k = NEIGHBOURS_ASKED,
      signal,
    } = options;
    signal?.throwIfAborted();
    const least = new Map<number, number>();
    const note = (id: number, squaredDistance: number): void => {
      if (squaredDistance < (least.get(id) ?? Number.POSITIVE_INFINITY)) least.set(id, squaredDistance);
    };
    for (const id of this.#digests.find(query.digests)) note(id, 0);
    for (const { id, distance } of await this.#hashes.search(query.hashes, hammingRadius))
      note(id, distance * SQUARED_DISTANCE_A_BIT);
    signal?.throwIfAborted();
    for (const [vectors, widest] of [
      [query.descriptors, radius],
      [query.scene, sceneRadius],
    ] as const) {
      for (let at = 0; at < vectors.length; at += VECTORS_A_ROUND) {
        const round = vectors.slice(at, at + VECTORS_A_ROUND);
        const within = Math.min(widest, reach(least, limit));
        for (const answer of await this.#neighbours.search(round, { k, radius: within })) {
          for (const { id, squaredDistance } of answer) note(id, squaredDistance);
        }
        signal?.throwIfAborted();
      }
    }
    return [...least]
      .map(([id, squaredDistance]): Candidate => ({ id, squaredDistance }))
      .sort((a, b) => a.squaredDistance - b.squaredDistance || a.id - b.id)
      .slice(0, limit);
  }

  /** Frees threads and memory. */
  close(): Promise<void> {
    return this.#neighbours.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** The distance that a creative must not exceed to be among the nearest `limit`; infinite while there are fewer. */
function reach(least: ReadonlyMap<number, number>, limit: number): number {
  if (least.size < limit) return Number.POSITIVE_INFINITY;
  return Float64Array.from(least.values()).sort()[limit - 1] as number;
}
