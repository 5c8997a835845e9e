import type { AskedView } from "../../signature/descriptors.js";
import { SHORT_BYTES } from "../../signature/short-descriptor.js";
import type { FoundCreative, IndexedCreative, IndexSize } from "../creative-index.js";
import { Gathering } from "../gathering.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { HnswlibModule } from "../hnsw/native-module.js";
import { MomentTable } from "../moment-table.js";
import { TurnedViews } from "../turned-views.js";
import { CellAsks } from "./cell-asks.js";
import { CellCentres } from "./cell-centres.js";
import type { CodeBounds } from "./cell-codes.js";
import { Cells, turnedCell } from "./cells.js";
import { divideCell } from "./divide-cell.js";
import { tendCentre } from "./tend-centre.js";

/** Views asked before the radius is drawn in: few at first, for in a large library these bring more than there is room for, and what is far need not be looked at from then on. */
const FIRST_ROUND_VIEWS = 16;
const VIEWS_A_ROUND = 192;

/** Rounds of tending all centres for as many views added as there are: some three while a library becomes twice as large. Twice or half as many find as much. */
const ROUNDS = 4;

/** The index as its thread holds it: views in cells, and the centres of the cells. Synchronous; what it is given has been checked. */
export class CellTable {
  readonly moments = new MomentTable();
  readonly cells: Cells;
  /** The files that hold blocks of {@link moments} as they are now. */
  readonly savedBlocks = new Map<number, string>();
  readonly #asks = new CellAsks();
  readonly #settings: HnswSettings;
  /** Views added since a centre was last tended. */
  untended = 0;

  constructor(hnswlib: HnswlibModule, settings: HnswSettings) {
    this.#settings = settings;
    this.cells = new Cells(new CellCentres(hnswlib, settings), this.moments);
  }

  /** How much is held. */
  get size(): IndexSize {
    return { creatives: this.moments.creativeCount, views: this.moments.viewCount };
  }

  /** Takes a creative in, in the place of what was there under its id. */
  add({ id, moments }: IndexedCreative): void {
    this.remove(id);
    const { cells } = this;
    const labels = this.moments.add(id, moments);
    for (const block of this.moments.blocksOf(id)) this.savedBlocks.delete(block);
    for (const label of labels) {
      const [shorts, at] = [this.moments.shortsOf(label), this.moments.startOf(label)];
      if (cells.centres.count === 0) cells.addCentre(shorts, at);
      const [cell] = cells.centres.nearest(shorts, at, 1);
      if (cells.put(label, cell!)) divideCell(cells, cell!);
    }
    this.#tend(labels.length);
  }

  /** Removes a creative; an unknown one is left alone. */
  remove(id: number): void {
    for (const block of this.moments.blocksOf(id)) this.savedBlocks.delete(block);
    for (const label of this.moments.labelsOf(id)) this.cells.take(label);
    this.moments.remove(id);
  }

  /** See `CreativeIndex.search`. */
  search(asked: readonly AskedView[], limit: number): FoundCreative[] {
    const turned = new TurnedViews(asked);
    const gathering = new Gathering(turned, this.moments, limit);
    this.cells.codes.ask(turned.shorts);
    for (let from = 0, to = 0; from < asked.length; from = to) {
      to = Math.min(from + (from === 0 ? FIRST_ROUND_VIEWS : VIEWS_A_ROUND), asked.length);
      this.#searchRound(turned, from, to, gathering);
      gathering.drawIn();
    }
    return gathering.found(limit);
  }

  /** Tends as many centres as is due after some views more. */
  #tend(added: number): void {
    const { centres } = this.cells;
    const due = Math.max(1, Math.ceil(this.moments.viewCount / centres.count / ROUNDS));
    for (this.untended += added; this.untended >= due; this.untended -= due) {
      tendCentre(this.cells, centres.round.next);
      centres.anchorNext();
    }
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
    this.#asks.take((cell, numbers) => this.cells.codes.scan(cell, numbers, bounds, look));
    for (const shelf of moments.shelves) shelf.flush(noteNear);
  }

  #noteAsks(turned: TurnedViews, from: number, to: number): void {
    for (let view = from; view < to; view++) {
      const first = turned.firstOf(view);
      const cells = this.cells.centres.nearest(
        turned.shorts,
        first * SHORT_BYTES,
        this.#settings.cellsSearched,
      );
      for (let turn = 0; turn < turned.asked[view]!.turns; turn++)
        for (const cell of cells) this.#asks.note(turnedCell(cell, turn), first + turn);
    }
  }
}

/**
 * How far codes may differ. Of what is near a view within a squared distance of 0.25 to 0.48, 96 % are within 20 signs and a weight of 46, and of the views in the cells nearest to it one in
 * 240; the smaller a library, the more may be looked at, and one of some creatives is looked through whole, so that nothing is missed.
 */
function codeBounds(views: number, reach: number): CodeBounds {
  if (views <= 660) return { bits: 63, weight: 378 };
  if (views <= 4_000) return { bits: 28, weight: 90 };
  if (views <= 16_000) return { bits: 24, weight: 66 };
  if (views <= 400_000) return { bits: 21, weight: Math.min(54, weightWithin(reach)) };
  return { bits: 20, weight: Math.min(46, weightWithin(reach)) };
}

/** The weight that 99 in 100 of the views within a squared distance have at most. */
function weightWithin(squaredDistance: number): number {
  return 100 * squaredDistance - 3;
}
