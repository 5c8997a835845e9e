import type { AskedView } from "../../signature/descriptors.js";
import { DIHEDRALS } from "../../signature/dihedral.js";
import { STORED_VIEWS } from "../../signature/query-views.js";
import {
  CODE_WORDS,
  isEmptyCode,
  SHORT_BYTES,
  shortDistance,
  TURNS_AFTER,
} from "../../signature/short-descriptor.js";
import type { FoundCreative, IndexedCreative, IndexSize } from "../creative-index.js";
import { Gathering } from "../gathering.js";
import type { GraphSegment } from "../hnsw/graph-segment.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { HnswlibModule } from "../hnsw/native-module.js";
import { MomentTable } from "../moment-table.js";
import { NOBODY } from "../nobody.js";
import { TurnedViews } from "../turned-views.js";
import { CellAsks } from "./cell-asks.js";
import { CellCentres } from "./cell-centres.js";
import { CellCodes, type CodeBounds } from "./cell-codes.js";
import { enlarged } from "./enlarged.js";
import { secondCentre } from "./second-centre.js";

/** Views asked before the radius is drawn in: few at first, for in a large library these bring more than there is room for, and what is far need not be looked at from then on. */
const FIRST_ROUND_VIEWS = 16;
const VIEWS_A_ROUND = 192;

/**
 * Cells around a new centre that may hold something nearer to it. Without them, what was added early stays with centres that are no longer among its nearest: of 150
 * edits 8 were lost by that.
 */
const CELLS_AROUND = 32;

const TURNS = DIHEDRALS.length;

/** The index as its thread holds it: views in cells, and the centres of the cells. Synchronous; what it is given has been checked. */
export class CellTable {
  readonly moments = new MomentTable();
  readonly centres: CellCentres;
  /** The files that hold blocks of {@link moments} as they are now. */
  readonly savedBlocks = new Map<number, string>();
  readonly #codes = new CellCodes();
  readonly #asks = new CellAsks();
  readonly #settings: HnswSettings;
  /** Cell + 1 by label; 0 for a label that is in none. */
  #cellOf = new Uint32Array(1024);

  constructor(hnswlib: HnswlibModule, settings: HnswSettings) {
    this.#settings = settings;
    this.centres = new CellCentres(hnswlib, settings);
  }

  /** How much is held. */
  get size(): IndexSize {
    return { creatives: this.moments.creativeCount, views: this.moments.viewCount };
  }

  /** Takes a creative in, in the place of what was there under its id. */
  add({ id, moments }: IndexedCreative): void {
    this.remove(id);
    const labels = this.moments.add(id, moments);
    for (const block of this.moments.blocksOf(id)) this.savedBlocks.delete(block);
    for (const label of labels) {
      const [shorts, at] = [this.moments.shortsOf(label), this.moments.startOf(label)];
      if (this.centres.count === 0) this.#addCentre(shorts, at);
      const [cell] = this.centres.nearest(shorts, at, 1);
      if (this.#put(label, cell!)) this.#divide(cell!);
    }
  }

  /** Removes a creative; an unknown one is left alone. */
  remove(id: number): void {
    for (const block of this.moments.blocksOf(id)) this.savedBlocks.delete(block);
    for (const label of this.moments.labelsOf(id)) {
      this.#codes.remove(label);
      this.#cellOf[label] = 0;
    }
    this.moments.remove(id);
  }

  /** See `CreativeIndex.search`. */
  search(asked: readonly AskedView[], limit: number): FoundCreative[] {
    const turned = new TurnedViews(asked);
    const gathering = new Gathering(turned, this.moments, limit);
    this.#codes.ask(turned.shorts);
    for (let from = 0, to = 0; from < asked.length; from = to) {
      to = Math.min(from + (from === 0 ? FIRST_ROUND_VIEWS : VIEWS_A_ROUND), asked.length);
      this.#searchRound(turned, from, to, gathering);
      gathering.drawIn();
    }
    return gathering.found(limit);
  }

  /** The cell + 1 of each label; 0 for one that is in none. */
  cellsByLabel(): Uint32Array {
    const labels = this.moments.momentCount * STORED_VIEWS;
    this.#cellOf = enlarged(this.#cellOf, labels, 0);
    return this.#cellOf.subarray(0, labels);
  }

  /** Puts all views into the cells that {@link cellsByLabel} told; false when they do not fit. */
  adoptCells(cells: Uint32Array<ArrayBuffer>): boolean {
    const { moments } = this;
    if (cells.length !== moments.momentCount * STORED_VIEWS) return false;
    this.#cellOf = cells;
    this.moments.adoptViews(cells.reduce((count, cell) => count + Math.sign(cell), 0));
    return this.#codes.fill(cells, STORED_VIEWS, (first) => {
      const codes = moments.shelfOf(first).codesOf(moments.startOf(first), STORED_VIEWS);
      const isHeld = moments.idOf(first) !== NOBODY;
      for (let view = 0; view < STORED_VIEWS; view++) {
        const cell = cells[first + view]!;
        const isView = isHeld && !isEmptyCode(codes, view * CODE_WORDS);
        if (cell > this.#codes.cellCount || cell > 0 !== isView) return undefined;
      }
      return codes;
    });
  }

  /** Takes over centres that were saved, with their graphs, and begins the cells around them; false when they do not fit each other. */
  adoptCentres(shorts: Int8Array<ArrayBuffer>, graphs: readonly GraphSegment[]): boolean {
    const fit = this.centres.adopt(shorts, graphs);
    for (let cell = 0; cell < this.centres.count * TURNS; cell++) this.#codes.addCell();
    return fit;
  }

  /** Begins the eight cells around a centre. */
  #addCentre(shorts: Int8Array, at: number): void {
    this.centres.add(shorts, at);
    for (let turn = 0; turn < TURNS; turn++) this.#codes.addCell();
  }

  /** Puts a view into a cell; true when that is full then. */
  #put(label: number, cell: number): boolean {
    this.#cellOf = enlarged(this.#cellOf, label + 1, 0);
    this.#cellOf[label] = cell + 1;
    const code = this.moments.shelfOf(label).codesOf(this.moments.startOf(label), 1);
    return this.#codes.add(cell, label, code, 0);
  }

  #searchRound(turned: TurnedViews, from: number, to: number, gathering: Gathering): void {
    const { moments } = this;
    const bounds = codeBounds(moments.viewCount, gathering.reach);
    const noteNear = (asked: number, label: number, squaredDistance: number): void => {
      if (squaredDistance <= gathering.radiusOf(asked)) gathering.note({ asked, label, squaredDistance });
    };
    const look = (asked: number, label: number): void =>
      moments.shelfOf(label).compare(asked, label, moments.startOf(label), noteNear);
    this.#noteAsks(turned, from, to);
    this.#asks.take((cell, numbers) => this.#codes.scan(cell, numbers, bounds, look));
    for (const shelf of moments.shelves) shelf.flush(noteNear);
  }

  #noteAsks(turned: TurnedViews, from: number, to: number): void {
    for (let view = from; view < to; view++) {
      const first = turned.firstOf(view);
      const cells = this.centres.nearest(turned.shorts, first * SHORT_BYTES, this.#settings.cellsSearched);
      for (let turn = 0; turn < turned.asked[view]!.turns; turn++)
        for (const cell of cells) this.#asks.note(turnedCell(cell, turn), first + turn);
    }
  }

  /** Adds a centre for what is far from that of a full cell; it and its turned ones take over what is nearer to them, from all cells around. */
  #divide(full: number): void {
    const second = secondCentre(this.#viewsIn(full), this.centres.centreOf(full));
    if (second === undefined) return;
    const around = this.centres.nearest(second, 0, CELLS_AROUND);
    const nextCell = this.#codes.cellCount;
    this.#addCentre(second, 0);
    for (let turn = 0; turn < TURNS; turn++) {
      const nextCentre = this.centres.centreOf(nextCell + turn);
      for (const upright of around) this.#takeOver(turnedCell(upright, turn), nextCell + turn, nextCentre);
    }
  }

  /** Moves what is nearer to a new cell's centre there. */
  #takeOver(cell: number, nextCell: number, nextCentre: Int8Array): void {
    const centre = this.centres.centreOf(cell);
    for (const label of this.#codes.labelsIn(cell)) {
      const [shorts, at] = [this.moments.shortsOf(label), this.moments.startOf(label)];
      if (shortDistance(shorts, at, nextCentre, 0) >= shortDistance(shorts, at, centre, 0)) continue;
      this.#codes.remove(label);
      this.#put(label, nextCell);
    }
  }

  #viewsIn(cell: number): Int8Array {
    const labels = this.#codes.labelsIn(cell);
    const views = new Int8Array(labels.length * SHORT_BYTES);
    for (const [place, label] of labels.entries()) {
      const at = this.moments.startOf(label);
      views.set(this.moments.shortsOf(label).subarray(at, at + SHORT_BYTES), place * SHORT_BYTES);
    }
    return views;
  }
}

/** The cell that holds what is in a cell, turned. */
function turnedCell(cell: number, turn: number): number {
  return cell - (cell % TURNS) + TURNS_AFTER[turn]![cell % TURNS]!;
}

/**
 * How far codes may differ. Of what is near a view within a squared distance of 0.25 to 0.48, 96 % are within 20 signs and a weight of 46, and of the views in the cells nearest to it one in
 * 240; the smaller a library, the more may be looked at, and one of some creatives is looked through whole, so that nothing is missed.
 */
function codeBounds(views: number, reach: number): CodeBounds {
  if (views <= 660) return { bits: 63, weight: 378 };
  if (views <= 4_000) return { bits: 26, weight: 80 };
  if (views <= 16_000) return { bits: 24, weight: 66 };
  if (views <= 400_000) return { bits: 21, weight: Math.min(54, weightWithin(reach)) };
  return { bits: 20, weight: Math.min(46, weightWithin(reach)) };
}

/** The weight that 99 in 100 of the views within a squared distance have at most. */
function weightWithin(squaredDistance: number): number {
  return 100 * squaredDistance - 3;
}
