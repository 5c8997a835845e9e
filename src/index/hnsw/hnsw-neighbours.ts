import type {
  IndexSize,
  NearestNeighbours,
  Neighbour,
  SearchOptions,
  VectorEntry,
} from "../nearest-neighbours.js";
import { requireId, requireSearchOptions, requireUnitVector } from "../unit-vector.js";
import { type HnswSettings, hnswSettings } from "./hnsw-settings.js";
import type { GraphIdentity } from "./saved-graph-header.js";
import { WorkerLine } from "./worker-line.js";
import type { FlatNeighbours } from "./worker-protocol.js";

/** What an index is a part of, for its saved form; the rest of {@link GraphIdentity} is the index's own. */
export interface IndexOwner {
  /** The collection the ids belong to; an index saved for another one is refused. */
  readonly owner: string;
  /** See `DESCRIPTOR_VERSION`. */
  readonly descriptorVersion: number;
}

/** Vectors in one message to the thread: some milliseconds of work, so that a waiting search is soon served. */
const VECTORS_PER_MESSAGE = 512;

/**
 * Approximate nearest neighbours by HNSW graphs (Malkov and Yashunin, 2016), held by a worker thread of their own.
 * Everything is checked here before it goes to the thread, for the native code aborts the process on some inputs.
 * Besides VECTOR_INVALID, calls may reject with INDEX_CRASHED (the thread ended, its index is lost: load or fill a
 * new one) and INDEX_UNAVAILABLE (the native module is missing).
 */
export class HnswNeighbours implements NearestNeighbours {
  readonly dimension: number;
  readonly #settings: HnswSettings;
  readonly #line: WorkerLine;

  private constructor(dimension: number, settings: HnswSettings, line: WorkerLine) {
    this.dimension = dimension;
    this.#settings = settings;
    this.#line = line;
  }

  /** An empty index. Throws SETTING_INVALID and INDEX_UNAVAILABLE. */
  static async create(dimension: number, given?: Partial<HnswSettings>): Promise<HnswNeighbours> {
    const settings = hnswSettings(given);
    const line = new WorkerLine();
    try {
      await line.call("create", { settings, dimension });
      return new HnswNeighbours(dimension, settings, line);
    } catch (error) {
      await line.close();
      throw error;
    }
  }

  /**
   * The index saved in a folder; where there is none, or one that is damaged, cut short or of another collection,
   * dimension, descriptor version or graph setting, an empty one with the reason in `refused`. Throws as `create`.
   */
  static async load(
    folder: string,
    dimension: number,
    owner: IndexOwner,
    given?: Partial<HnswSettings>,
  ): Promise<{ readonly index: HnswNeighbours; readonly refused?: string }> {
    const index = await HnswNeighbours.create(dimension, given);
    const identity = index.#identity(owner);
    const outcome = await index.#line.call("load", { settings: index.#settings, folder, identity });
    return typeof outcome === "object" ? { index, refused: outcome.refused } : { index };
  }

  async add(entries: readonly VectorEntry[]): Promise<void> {
    for (const { id, vector } of entries) {
      requireId(id);
      requireUnitVector(vector, this.dimension);
    }
    for (let at = 0; at < entries.length; at += VECTORS_PER_MESSAGE) {
      const part = entries.slice(at, at + VECTORS_PER_MESSAGE);
      const ids = Uint32Array.from(part, ({ id }) => id);
      const vectors = this.#concatenate(part.map(({ vector }) => vector));
      await this.#line.call("add", { ids, vectors }, [ids.buffer, vectors.buffer]);
    }
  }

  async remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) requireId(id);
    await this.#line.call("remove", { ids });
  }

  async search(queries: readonly Float32Array[], options: SearchOptions): Promise<Neighbour[][]> {
    requireSearchOptions(options);
    for (const query of queries) requireUnitVector(query, this.dimension);
    const { k, radius = Number.POSITIVE_INFINITY } = options;
    const answers: Neighbour[][] = [];
    for (let at = 0; at < queries.length; at += VECTORS_PER_MESSAGE) {
      const vectors = this.#concatenate(queries.slice(at, at + VECTORS_PER_MESSAGE));
      unflatten(await this.#line.call("search", { queries: vectors, k, radius }, [vectors.buffer]), answers);
    }
    return answers;
  }

  ids(): Promise<number[]> {
    return this.#line.call("ids", {});
  }

  size(): Promise<IndexSize> {
    return this.#line.call("size", {});
  }

  /** Saves the index for {@link load}; see `saveGraph`. Throws DISK_FULL and STORE_NOT_ACCESSIBLE. */
  save(folder: string, owner: IndexOwner): Promise<void> {
    return this.#line.call("save", { folder, identity: this.#identity(owner) });
  }

  close(): Promise<void> {
    return this.#line.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #identity(owner: IndexOwner): GraphIdentity {
    const { M, efConstruction } = this.#settings;
    return { ...owner, dimension: this.dimension, M, efConstruction };
  }

  #concatenate(vectors: readonly Float32Array[]): Float32Array<ArrayBuffer> {
    const all = new Float32Array(vectors.length * this.dimension);
    vectors.forEach((vector, i) => {
      all.set(vector, i * this.dimension);
    });
    return all;
  }
}

function unflatten({ counts, ids, squaredDistances }: FlatNeighbours, into: Neighbour[][]): void {
  let at = 0;
  for (const count of counts) {
    into.push(
      Array.from({ length: count }, (_, i) => ({
        id: ids[at + i] as number,
        squaredDistance: squaredDistances[at + i] as number,
      })),
    );
    at += count;
  }
}
