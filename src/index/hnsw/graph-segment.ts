import type { HierarchicalNSW } from "hnswlib-node";
import type { HnswSettings } from "./hnsw-settings.js";
import type { HnswlibModule } from "./native-module.js";

/** A stored vector found near a query. */
export interface SegmentHit {
  readonly label: number;
  readonly squaredDistance: number;
}

/** How a segment is laid out. */
export interface SegmentShape {
  readonly dimension: number;
  /** Vectors it has room for. */
  readonly capacity: number;
}

/** Seeds the levels of the graph: with it, the same vectors in the same order give the same graph. */
const LEVEL_SEED = 100;

/**
 * One native graph of fixed capacity. The only
 * code that calls hnswlib-node: everything given to it has been checked before, for it aborts the process otherwise.
 */
export class GraphSegment {
  readonly shape: SegmentShape;
  readonly #graph: HierarchicalNSW;
  #count: number;

  private constructor(shape: SegmentShape, graph: HierarchicalNSW, count = 0) {
    this.shape = shape;
    this.#graph = graph;
    this.#count = count;
  }

  /** A new, empty segment. */
  static create(hnswlib: HnswlibModule, settings: HnswSettings, shape: SegmentShape): GraphSegment {
    const graph = new hnswlib.HierarchicalNSW("l2", shape.dimension);
    // Nothing is ever deleted or replaced: that costs fifteen times an add.
    graph.initIndex(shape.capacity, settings.M, settings.efConstruction, LEVEL_SEED, false);
    graph.setEf(settings.efSearch);
    return new GraphSegment(shape, graph);
  }

  /** One that was {@link write}n, of a file that is whole and has the checksum it was written with: others end the process. */
  static read(
    hnswlib: HnswlibModule,
    settings: HnswSettings,
    path: string,
    { dimension, capacity, count }: SegmentShape & { readonly count: number },
  ): GraphSegment {
    const graph = new hnswlib.HierarchicalNSW("l2", dimension);
    graph.readIndexSync(path);
    // Every reading sets it to 10.
    graph.setEf(settings.efSearch);
    return new GraphSegment({ dimension, capacity }, graph, count);
  }

  /** Writes it to a file, which must be looked at with `graphFileFacts` then: a full disk goes unnoticed here. */
  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }

  /** Vectors held. */
  get count(): number {
    return this.#count;
  }

  /** Whether there is no room for another vector. */
  get full(): boolean {
    return this.#count >= this.shape.capacity;
  }

  /** Adds a checked vector, a plain array since typed ones are refused, under a label that it has none of yet. */
  add(vector: number[], label: number): void {
    this.#graph.addPoint(vector, label);
    this.#count++;
  }

  /** The `k` nearest vectors to a checked query, in no particular order. */
  search(query: number[], k: number): SegmentHit[] {
    const wanted = Math.min(k, this.#count);
    if (wanted < 1) return [];
    const { neighbors, distances } = this.#graph.searchKnn(query, wanted);
    return neighbors.map((label, i) => ({ label, squaredDistance: distances[i] as number }));
  }
}
