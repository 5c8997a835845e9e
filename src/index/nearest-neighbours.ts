/** One vector of one creative. A creative may have several, and several creatives may have the same one. */
export interface VectorEntry {
  /** The creative's number in its collection: an integer from 0 to 2^32 - 2, chosen by the caller. */
  readonly id: number;
  /** Unit length, of the index's dimension. */
  readonly vector: Float32Array;
}

/** A creative found near a query vector. */
export interface Neighbour {
  readonly id: number;
  /** Squared Euclidean distance of the creative's nearest found vector: 0 to 4 between unit vectors. */
  readonly squaredDistance: number;
}

/** How far and how much is looked for. */
export interface SearchOptions {
  /** How many distinct stored vectors are looked at for each query; at least 1. */
  readonly k: number;
  /** Squared Euclidean distance up to which (inclusive) a vector counts; without it every distance does. */
  readonly radius?: number;
}

/** How much an index holds. */
export interface IndexSize {
  /** Creatives with at least one vector. */
  readonly creatives: number;
  /** Distinct vectors that belong to a creative. */
  readonly vectors: number;
  /** Vectors that no creative has any more and that still take room. */
  readonly deleted: number;
}

/**
 * Looks up creatives by nearness of their vectors. Equal vectors are kept once; one shared by very many creatives
 * yields only the {@link POSTING_LIMIT} with the lowest ids. A resolved `add` or `remove` is seen by every later
 * `search`. Implementations: `hnsw/` (approximate, quick) and `exact-neighbours.ts` (its oracle).
 */
export interface NearestNeighbours extends AsyncDisposable {
  readonly dimension: number;
  /** Adds vectors, all of a batch or (VECTOR_INVALID) none; a pair of id and vector that is there already is left. */
  add(entries: readonly VectorEntry[]): Promise<void>;
  /** Removes creatives with all their vectors; unknown ids are left alone. */
  remove(ids: readonly number[]): Promise<void>;
  /** For each query its neighbours, nearest first, then by id, each creative once. Throws VECTOR_INVALID and SETTING_INVALID. */
  search(queries: readonly Float32Array[], options: SearchOptions): Promise<Neighbour[][]>;
  /** The creatives that are held, ascending. */
  ids(): Promise<number[]>;
  /** How much is held. */
  size(): Promise<IndexSize>;
  /** Frees threads and memory; later calls reject. Closing twice is allowed. */
  close(): Promise<void>;
}

/**
 * How many creatives one shared vector yields. A vector equal to the last bit comes from copies of one file, which
 * equal digests find as well; without a limit a template with thousands of copies would flood every answer.
 */
export const POSTING_LIMIT = 64;
