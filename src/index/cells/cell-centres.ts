import { DIHEDRALS } from "../../signature/dihedral.js";
import { lengthen, SHORT_BYTES, turnShort } from "../../signature/short-descriptor.js";
import { GraphSegment } from "../hnsw/graph-segment.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { HnswlibModule } from "../hnsw/native-module.js";

const TURNS = DIHEDRALS.length;

/**
 * The centres of all cells in an HNSW graph. Each comes in the eight orientations of a square, which are eight cells beside each other: so the cells nearest to a view that
 * is turned are those nearest to the view, turned, and one question answers for all eight.
 */
export class CellCentres {
  readonly #hnswlib: HnswlibModule;
  readonly #settings: HnswSettings;
  readonly #graphs: { readonly graph: GraphSegment; readonly firstCell: number }[] = [];
  #shorts = new Int8Array(64 * SHORT_BYTES);
  #count = 0;

  constructor(hnswlib: HnswlibModule, settings: HnswSettings) {
    this.#hnswlib = hnswlib;
    this.#settings = settings;
  }

  /** Centres as they were added, upright. */
  get count(): number {
    return this.#count;
  }

  /** The upright centres, one after the other; see `shorten`. */
  get shorts(): Int8Array {
    return this.#shorts.subarray(0, this.#count * SHORT_BYTES);
  }

  /** The centre of a cell. */
  centreOf(cell: number): Int8Array {
    const centre = new Int8Array(SHORT_BYTES);
    turnShort(this.#shorts, Math.floor(cell / TURNS) * SHORT_BYTES, cell % TURNS, centre, 0);
    return centre;
  }

  /** Adds a centre: the next eight cells, the first of them upright. */
  add(shorts: Int8Array, at: number): void {
    if ((this.#count + 1) * SHORT_BYTES > this.#shorts.length) {
      const larger = new Int8Array((this.#count + 1) * 2 * SHORT_BYTES);
      larger.set(this.#shorts);
      this.#shorts = larger;
    }
    this.#shorts.set(shorts.subarray(at, at + SHORT_BYTES), this.#count * SHORT_BYTES);
    const turned = new Int8Array(SHORT_BYTES);
    for (let turn = 0; turn < TURNS; turn++) {
      turnShort(shorts, at, turn, turned, 0);
      this.#openGraph().add(lengthen(turned));
    }
    this.#count++;
  }

  /** The graphs, in their order: a full one never changes. */
  get graphs(): readonly GraphSegment[] {
    return this.#graphs.map(({ graph }) => graph);
  }

  /** Takes over centres that were saved, with their graphs; false when they do not fit each other. */
  adopt(shorts: Int8Array<ArrayBuffer>, graphs: readonly GraphSegment[]): boolean {
    this.#count = shorts.length / SHORT_BYTES;
    this.#shorts = shorts;
    let firstCell = 0;
    for (const graph of graphs) {
      this.#graphs.push({ graph, firstCell });
      firstCell += graph.count;
    }
    return firstCell === this.#count * TURNS;
  }

  /** The cells nearest to a view, nearest first. */
  nearest(shorts: Int8Array, at: number, count: number): number[] {
    const query = lengthen(shorts, at);
    return this.#graphs
      .flatMap(({ graph, firstCell }) =>
        graph
          .search(query, count)
          .map(({ place, squaredDistance }) => ({ cell: firstCell + place, squaredDistance })),
      )
      .sort((p, q) => p.squaredDistance - q.squaredDistance || p.cell - q.cell)
      .slice(0, count)
      .map(({ cell }) => cell);
  }

  #openGraph(): GraphSegment {
    const last = this.#graphs.at(-1);
    if (last !== undefined && !last.graph.full) return last.graph;
    const firstCell = last === undefined ? 0 : last.firstCell + last.graph.count;
    const graph = GraphSegment.create(this.#hnswlib, this.#settings, {
      // With the zero at the end, a multiple of 16: hnswlib has a quicker way for those.
      dimension: SHORT_BYTES,
      // Room that is not used is hardly any memory, and each graph more costs every search as much as the first.
      capacity: this.#settings.segmentVectors,
    });
    this.#graphs.push({ graph, firstCell });
    return graph;
  }
}
