import type {
  IndexSize,
  NearestNeighbours,
  Neighbour,
  SearchOptions,
  VectorEntry,
} from "./nearest-neighbours.js";
import { nearestFirst } from "./neighbour-order.js";
import { PostingLists } from "./posting-lists.js";
import { requireId, requireSearchOptions, requireUnitVector } from "./unit-vector.js";
import { VectorFolding } from "./vector-folding.js";

/** Vectors the first block has room for; doubled when full. */
const FIRST_CAPACITY = 1024;

/** Exact search over one block of floats: the oracle the approximate index is tested against. */
export class ExactNeighbours implements NearestNeighbours {
  readonly dimension: number;
  #vectors: Float32Array;
  readonly #postings = new PostingLists();
  readonly #folding = new VectorFolding();
  #deleted = 0;

  constructor(dimension: number) {
    this.dimension = dimension;
    this.#vectors = new Float32Array(FIRST_CAPACITY * dimension);
  }

  async add(entries: readonly VectorEntry[]): Promise<void> {
    for (const { id, vector } of entries) {
      requireId(id);
      requireUnitVector(vector, this.dimension);
    }
    for (const { id, vector } of entries) {
      const known = this.#folding.find(vector, (label) => this.#holds(label, vector));
      this.#postings.link(known ?? this.#append(vector), id);
    }
  }

  async remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.#deleted += this.#postings.unlink(id).length;
  }

  async search(queries: readonly Float32Array[], options: SearchOptions): Promise<Neighbour[][]> {
    requireSearchOptions(options);
    return queries.map((query) => {
      requireUnitVector(query, this.dimension);
      return this.#searchOne(query, options);
    });
  }

  async ids(): Promise<number[]> {
    return this.#postings.ids();
  }

  async size(): Promise<IndexSize> {
    const vectors = this.#postings.labelCount - this.#deleted;
    return { creatives: this.#postings.creativeCount, vectors, deleted: this.#deleted };
  }

  async close(): Promise<void> {
    this.#vectors = new Float32Array(0);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #searchOne(query: Float32Array, { k, radius = Number.POSITIVE_INFINITY }: SearchOptions): Neighbour[] {
    const near: { label: number; squaredDistance: number }[] = [];
    for (let label = 0; label < this.#postings.labelCount; label++) {
      if (this.#postings.idsOf(label).length === 0) continue;
      const squaredDistance = this.#squaredDistance(query, label);
      if (squaredDistance <= radius) near.push({ label, squaredDistance });
    }
    near.sort((a, b) => a.squaredDistance - b.squaredDistance || a.label - b.label);
    const hits = near.slice(0, k);
    return nearestFirst(
      hits.flatMap((hit) =>
        this.#postings.firstIdsOf(hit.label).map((id) => ({ id, squaredDistance: hit.squaredDistance })),
      ),
    );
  }

  #squaredDistance(query: Float32Array, label: number): number {
    const start = label * this.dimension;
    let sum = 0;
    for (let i = 0; i < this.dimension; i++) {
      const difference = (query[i] as number) - (this.#vectors[start + i] as number);
      sum += difference * difference;
    }
    return sum;
  }

  #holds(label: number, vector: Float32Array): boolean {
    const start = label * this.dimension;
    return (
      this.#postings.idsOf(label).length > 0 &&
      vector.every((component, i) => this.#vectors[start + i] === component)
    );
  }

  #append(vector: Float32Array): number {
    const label = this.#postings.issueLabel();
    if ((label + 1) * this.dimension > this.#vectors.length) {
      const larger = new Float32Array(this.#vectors.length * 2);
      larger.set(this.#vectors);
      this.#vectors = larger;
    }
    this.#vectors.set(vector, label * this.dimension);
    this.#folding.remember(vector, label);
    return label;
  }
}
