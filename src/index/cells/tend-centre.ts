import { DIHEDRALS } from "../../signature/dihedral.js";
import { MOST_ASKED, placeOf } from "../../signature/nearest-kernel.js";
import { FULL, SHORT_BYTES, TURNS_AFTER } from "../../signature/short-descriptor.js";
import { nearestInGroups } from "../../signature/wide-descriptor.js";
import { type Cells, turnedCell } from "./cells.js";
import { middleOf } from "./middle.js";

const TURNS = DIHEDRALS.length;

/** By turn: the one that takes it back. */
const TURN_BACK = TURNS_AFTER.map((_, turn) => TURNS_AFTER.findIndex((after) => after[turn] === 0));

/** Moves a centre to the middle of what its eight cells hold, and whatever is nearer to another centre around to the cell of that: of Lloyd's rounds (1982) the part that is one centre's. */
export function tendCentre(cells: Cells, centre: number): void {
  const { centres, codes } = cells;
  const own = Array.from({ length: TURNS }, (_, turn) => centre * TURNS + turn);
  const labels = own.map((cell) => codes.labelsIn(cell));
  // As they are before they are turned: all of them lie around the upright centre.
  const views = labels.map((each, turn) => cells.shortsOf(each, TURN_BACK[turn]));
  const middle = middleOf(views);
  if (middle === undefined) return;
  centres.move(centre, middle);
  const around = centres.nearest(middle, 0, MOST_ASKED);
  const asked = wideCentres(around.map((cell) => centres.centreOf(cell)));
  for (const [turn, each] of labels.entries()) {
    const nearest = nearestInGroups(
      asked,
      [{ size: around.length, turns: 1 }],
      Int16Array.from(views[turn]!),
    );
    for (let place = 0; place < each.length; place++) {
      const other = around[placeOf(nearest[place]!)];
      // One that is like none of them has none.
      if (other === undefined) continue;
      const cell = turnedCell(other, turn);
      if (cell !== own[turn]) cells.move(each[place]!, cell);
    }
  }
}

/** Centres in 16 bits a value, enlarged: the kernel gives up the lowest bits of a product for a place. */
function wideCentres(centres: readonly Int8Array[]): Int16Array {
  const wide = new Int16Array(centres.length * SHORT_BYTES);
  for (const [place, centre] of centres.entries())
    for (let k = 0; k < SHORT_BYTES; k++) wide[place * SHORT_BYTES + k] = centre[k]! * FULL;
  return wide;
}
