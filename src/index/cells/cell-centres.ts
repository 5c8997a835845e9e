import { DIHEDRALS } from "../../signature/dihedral.js";
import { lengthen, SHORT_BYTES, turnShort } from "../../signature/short-descriptor.js";
import { GraphSegment } from "../hnsw/graph-segment.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { HnswlibModule } from "../hnsw/native-module.js";
import { ShortShelf } from "../short-shelf.js";

const TURNS = DIHEDRALS.length;

/** Cells that a graph has room for at least. */
const LEAST_ROOM = 4096;

/** Centres there is made room for at a time: a megabyte. */
const CENTRES_A_TIME = 2048;

/** Anchors that are asked of the graph besides as many as centres are wanted: the nearest centre may have moved away from its anchor. */
const ANCHORS_MORE = 8;

/** A cell and how far its centre is. */
interface NearCell {
  readonly cell: number;
  readonly squaredDistance: number;
}

/** How far a round is in which anchors are renewed: the next centre, by its place among the upright ones, and how many there were when it began; those added since are in it. Both 0 before it has begun. */
export interface AnchorRound {
  readonly next: number;
  readonly end: number;
}

/** Centres as they are saved: the upright ones, one after the other, and the graphs of their anchors. */
export interface SavedCentres {
  readonly shorts: Int8Array<ArrayBuffer>;
  readonly graphs: readonly GraphSegment[];
  readonly nextGraphs: readonly GraphSegment[];
  readonly round: AnchorRound;
}

/**
 * The centres of all cells, found by an HNSW graph. Each comes in the eight orientations of a square, which are eight cells beside each other: so the cells nearest to a view that
 * is turned are those nearest to the view, turned, and one question answers for all eight.
 *
 * A centre may move, where nothing in a graph can: the graph holds where each was when it was put there, its anchor, and tells about which centres are near; their own places decide.
 */
export class CellCentres {
  readonly #hnswlib: HnswlibModule;
  readonly #settings: HnswSettings;
  #graphs: GraphSegment[] = [];
  /** The graphs that will follow them, with the centres before the next one of the round and what was added since it began. */
  #nextGraphs: GraphSegment[] = [];
  #round: AnchorRound = { next: 0, end: 0 };
  /** The centre of each cell, one after the other from a start on. */
  readonly #shelf = new ShortShelf();
  #start = 0;
  #room = 0;
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
    const upright = new Int8Array(this.#count * SHORT_BYTES);
    for (let centre = 0; centre < this.#count; centre++)
      upright.set(this.centreOf(centre * TURNS), centre * SHORT_BYTES);
    return upright;
  }

  /** The centre of a cell, until that is moved or one is added. */
  centreOf(cell: number): Int8Array {
    return this.#shelf.bytes.subarray(this.#startOf(cell), this.#startOf(cell + 1));
  }

  /** Adds a centre: the next eight cells, the first of them upright. */
  add(shorts: Int8Array, at: number): void {
    this.#makeRoom(this.#count + 1);
    this.#write(this.#count, shorts, at);
    this.#anchor(this.#count, this.#graphs);
    if (this.#round.next > 0) this.#anchor(this.#count, this.#nextGraphs);
    this.#count++;
  }

  /** Moves a centre, by its place among the upright ones. */
  move(centre: number, short: Int8Array): void {
    this.#write(centre, short, 0);
  }

  /** How far the round is in which anchors are renewed. */
  get round(): AnchorRound {
    return this.#round;
  }

  /** Brings the anchor of the next centre to where that is now, in graphs that take the place of the present ones once all anchors are in them. */
  anchorNext(): void {
    const { next, end } = this.#round;
    this.#anchor(next, this.#nextGraphs);
    this.#round = { next: next + 1, end: next === 0 ? this.#count : end };
    if (this.#round.next < this.#round.end) return;
    this.#graphs = this.#nextGraphs;
    this.#nextGraphs = [];
    this.#round = { next: 0, end: 0 };
  }

  /** The graphs, in their order. */
  get graphs(): readonly GraphSegment[] {
    return this.#graphs;
  }

  /** The graphs of the present {@link round}; none before it has begun. */
  get nextGraphs(): readonly GraphSegment[] {
    return this.#nextGraphs;
  }

  /** Takes over centres that were saved, with their graphs; false when they do not fit each other. */
  adopt({ shorts, graphs, nextGraphs, round }: SavedCentres): boolean {
    this.#count = shorts.length / SHORT_BYTES;
    this.#makeRoom(this.#count);
    for (let centre = 0; centre < this.#count; centre++) this.#write(centre, shorts, centre * SHORT_BYTES);
    this.#graphs = [...graphs];
    this.#nextGraphs = [...nextGraphs];
    this.#round = round;
    const { next, end } = round;
    const isRound = next === 0 ? end === 0 : next < end && end <= this.#count;
    const anchors = next === 0 ? 0 : next + this.#count - end;
    return isRound && cellsIn(graphs) === this.#count * TURNS && cellsIn(nextGraphs) === anchors * TURNS;
  }

  /** The cells nearest to a view, nearest first; at most `count`. */
  nearest(shorts: Int8Array, at: number, count: number): number[] {
    const near: NearCell[] = [];
    const note = (_: number, cell: number, squaredDistance: number): void => {
      near.push({ cell, squaredDistance });
    };
    this.#shelf.ask(shorts.subarray(at, at + SHORT_BYTES));
    for (const cell of this.#nearAnchors(lengthen(shorts, at), count + ANCHORS_MORE))
      this.#shelf.compare(0, cell, this.#startOf(cell), note);
    this.#shelf.flush(note);
    near.sort((p, q) => p.squaredDistance - q.squaredDistance || p.cell - q.cell);
    return near.slice(0, count).map(({ cell }) => cell);
  }

  #nearAnchors(query: number[], count: number): number[] {
    const [only, ...others] = this.#graphs;
    if (only === undefined) return [];
    const hits = this.#graphs.flatMap((graph) => graph.search(query, count));
    if (others.length > 0) hits.sort((p, q) => p.squaredDistance - q.squaredDistance).splice(count);
    return hits.map(({ label }) => label);
  }

  #write(centre: number, shorts: Int8Array, at: number): void {
    for (let turn = 0; turn < TURNS; turn++)
      turnShort(shorts, at, turn, this.#shelf.bytes, this.#startOf(centre * TURNS + turn));
  }

  #startOf(cell: number): number {
    return this.#start + cell * SHORT_BYTES;
  }

  #makeRoom(centres: number): void {
    while (this.#room < centres) {
      const start = this.#shelf.grow(CENTRES_A_TIME * TURNS * SHORT_BYTES);
      if (this.#room === 0) this.#start = start;
      this.#room += CENTRES_A_TIME;
    }
  }

  #anchor(centre: number, graphs: GraphSegment[]): void {
    for (let cell = centre * TURNS; cell < (centre + 1) * TURNS; cell++)
      this.#openGraph(graphs).add(lengthen(this.centreOf(cell)), cell);
  }

  #openGraph(graphs: GraphSegment[]): GraphSegment {
    const last = graphs.at(-1);
    if (last !== undefined && !last.full) return last;
    const graph = GraphSegment.create(this.#hnswlib, this.#settings, {
      // With the zero at the end, a multiple of 16: hnswlib has a quicker way for those.
      dimension: SHORT_BYTES,
      // Each graph more costs every search as much as the first; in one round the centres become a quarter more.
      capacity: Math.min(this.#settings.segmentVectors, Math.max(LEAST_ROOM, 2 * this.#count * TURNS)),
    });
    graphs.push(graph);
    return graph;
  }
}

function cellsIn(graphs: readonly GraphSegment[]): number {
  return graphs.reduce((sum, { count }) => sum + count, 0);
}
