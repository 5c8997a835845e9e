import { DIHEDRALS } from "../../signature/dihedral.js";
import { STORED_VIEWS } from "../../signature/query-views.js";
import {
  CODE_WORDS,
  isEmptyCode,
  SHORT_BYTES,
  TURNS_AFTER,
  turnShort,
} from "../../signature/short-descriptor.js";
import type { MomentTable } from "../moment-table.js";
import { NOBODY } from "../nobody.js";
import type { CellCentres, SavedCentres } from "./cell-centres.js";
import { CellCodes } from "./cell-codes.js";
import { enlarged } from "./enlarged.js";

const TURNS = DIHEDRALS.length;

/** The views of a table of moments, each in a cell. */
export class Cells {
  readonly codes = new CellCodes();
  /** Cell + 1 by label; 0 for a label that is in none. */
  #cellOf = new Uint32Array(1024);

  constructor(
    readonly centres: CellCentres,
    readonly moments: MomentTable,
  ) {}

  /** Begins the eight cells around a centre. */
  addCentre(shorts: Int8Array, at: number): void {
    this.centres.add(shorts, at);
    for (let turn = 0; turn < TURNS; turn++) this.codes.addCell();
  }

  /** Puts a view into a cell; true each time that has filled up a part of it and it should be divided. */
  put(label: number, cell: number): boolean {
    this.#cellOf = enlarged(this.#cellOf, label + 1, 0);
    this.#cellOf[label] = cell + 1;
    const code = this.moments.shelfOf(label).codesOf(this.moments.startOf(label), 1);
    return this.codes.add(cell, label, code, 0);
  }

  /** Takes a view out of its cell. */
  take(label: number): void {
    this.codes.remove(label);
    this.#cellOf[label] = 0;
  }

  /** Puts a view into another cell. */
  move(label: number, cell: number): void {
    this.take(label);
    this.put(label, cell);
  }

  /** Some views, one after the other, turned; `turn` is a place in `DIHEDRALS`. */
  shortsOf(labels: Uint32Array, turn = 0): Int8Array {
    const { moments } = this;
    const shorts = new Int8Array(labels.length * SHORT_BYTES);
    for (let place = 0; place < labels.length; place++) {
      const label = labels[place]!;
      turnShort(moments.shortsOf(label), moments.startOf(label), turn, shorts, place * SHORT_BYTES);
    }
    return shorts;
  }

  /** The cell + 1 of each label; 0 for one that is in none. */
  byLabel(): Uint32Array {
    const labels = this.moments.momentCount * STORED_VIEWS;
    this.#cellOf = enlarged(this.#cellOf, labels, 0);
    return this.#cellOf.subarray(0, labels);
  }

  /** Puts all views into the cells that {@link byLabel} told; false when they do not fit. */
  adopt(cells: Uint32Array<ArrayBuffer>): boolean {
    const { moments, codes } = this;
    if (cells.length !== moments.momentCount * STORED_VIEWS) return false;
    this.#cellOf = cells;
    moments.adoptViews(cells.reduce((count, cell) => count + Math.sign(cell), 0));
    return codes.fill(cells, STORED_VIEWS, (first) => {
      const written = moments.shelfOf(first).codesOf(moments.startOf(first), STORED_VIEWS);
      const isHeld = moments.idOf(first) !== NOBODY;
      for (let view = 0; view < STORED_VIEWS; view++) {
        const cell = cells[first + view]!;
        const isView = isHeld && !isEmptyCode(written, view * CODE_WORDS);
        if (cell > codes.cellCount || cell > 0 !== isView) return undefined;
      }
      return written;
    });
  }

  /** Takes over centres that were saved, with their graphs, and begins the cells around them; false when they do not fit each other. */
  adoptCentres(saved: SavedCentres): boolean {
    const fit = this.centres.adopt(saved);
    for (let cell = 0; cell < this.centres.count * TURNS; cell++) this.codes.addCell();
    return fit;
  }
}

/** The cell that holds what is in a cell, turned. */
export function turnedCell(cell: number, turn: number): number {
  return cell - (cell % TURNS) + TURNS_AFTER[turn]![cell % TURNS]!;
}
