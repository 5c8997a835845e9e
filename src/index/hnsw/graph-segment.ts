import type { HierarchicalNSW } from "hnswlib-node";
import type { HnswSettings } from "./hnsw-settings.js";
import type { HnswlibModule } from "./native-module.js";

/** A stored vector found near a query. */
export interface SegmentHit {
  /** Place of the vector in its segment. */
  readonly place: number;
  readonly squaredDistance: number;
}

/** What must be known to read a segment's file. */
export interface SegmentShape {
  readonly dimension: number;
  /** Vectors it has room for. */
  readonly capacity: number;
}

/** Seeds the levels of the graph: with it, the same vectors in the same order give the same graph. */
const LEVEL_SEED = 100;

/**
 * One native graph of fixed capacity. Vectors are numbered by place, 0 upwards, in the order of adding. The only
 * code that calls hnswlib-node: everything given to it has been checked before, for it aborts the process otherwise.
 */
export class GraphSegment {
  readonly shape: SegmentShape;
  readonly #graph: HierarchicalNSW;
  #count: number;
  #deleted: number;

  private constructor(shape: SegmentShape, graph: HierarchicalNSW, count: number, deleted: number) {
    this.shape = shape;
    this.#graph = graph;
    this.#count = count;
    this.#deleted = deleted;
  }

  /** A new, empty segment. */
  static create(hnswlib: HnswlibModule, settings: HnswSettings, shape: SegmentShape): GraphSegment {
    const graph = new hnswlib.HierarchicalNSW("l2", shape.dimension);
    // No replacing of deleted vectors: it costs fifteen times an add.
    graph.initIndex(shape.capacity, settings.M, settings.efConstruction, LEVEL_SEED, false);
    graph.setEf(settings.efSearch);
    return new GraphSegment(shape, graph, 0, 0);
  }

  /** Reads a file that {@link write} made and whose digest has been checked; `deleted` as it was then. */
  static read(
    hnswlib: HnswlibModule,
    settings: HnswSettings,
    shape: SegmentShape,
    file: { readonly path: string; readonly deleted: number },
  ): GraphSegment {
    // Always into a fresh object: a failed load into one in use ends the process.
    const graph = new hnswlib.HierarchicalNSW("l2", shape.dimension);
    graph.readIndexSync(file.path, false);
    // Every load sets ef back to 10.
    graph.setEf(settings.efSearch);
    return new GraphSegment(
      { ...shape, capacity: graph.getMaxElements() },
      graph,
      graph.getCurrentCount(),
      file.deleted,
    );
  }

  /** Vectors added, deleted ones included. */
  get count(): number {
    return this.#count;
  }

  /** Vectors taken out of all answers. */
  get deleted(): number {
    return this.#deleted;
  }

  /** Whether there is no room for another vector. */
  get full(): boolean {
    return this.#count >= this.shape.capacity;
  }

  /** Adds a checked vector and returns its place. */
  add(vector: Float32Array): number {
    const place = this.#count;
    // Plain arrays only: typed arrays are refused.
    this.#graph.addPoint(Array.from(vector), place);
    this.#count++;
    return place;
  }

  /** Takes a vector out of all answers; its room is freed only when the segment is rebuilt. */
  delete(place: number): void {
    this.#graph.markDelete(place);
    this.#deleted++;
  }

  /** The vector at a place, which must not be deleted. */
  vectorAt(place: number): number[] {
    return this.#graph.getPoint(place);
  }

  /** The `k` nearest vectors to a checked query, in no particular order. */
  search(query: number[], k: number): SegmentHit[] {
    const wanted = Math.min(k, this.#count - this.#deleted);
    if (wanted < 1) return [];
    const { neighbors, distances } = this.#graph.searchKnn(query, wanted);
    return neighbors.map((place, i) => ({ place, squaredDistance: distances[i] as number }));
  }

  /** Writes the graph. Success is reported even when nothing was written: the caller checks the file. */
  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }
}
