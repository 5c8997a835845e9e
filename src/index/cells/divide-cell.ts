import { DIHEDRALS } from "../../signature/dihedral.js";
import { type Cells, turnedCell } from "./cells.js";
import { secondCentre } from "./second-centre.js";
import { tendCentre } from "./tend-centre.js";

/** Cells around a new centre that may hold something nearer to it: what is farther comes over as the centres there are tended. */
const CELLS_AROUND = 16;

const TURNS = DIHEDRALS.length;

/** Adds a centre for what is far from that of a full cell; it and its turned ones take over what is nearer to them, from all cells around. Where all of the full one is the same, nothing changes. */
export function divideCell(cells: Cells, full: number): void {
  const { centres, codes } = cells;
  const second = secondCentre(cells.shortsOf(codes.labelsIn(full)), centres.centreOf(full));
  if (second === undefined) return;
  const around = centres.nearest(second, 0, CELLS_AROUND);
  const nextCell = codes.cellCount;
  cells.addCentre(second, 0);
  for (let turn = 0; turn < TURNS; turn++)
    for (const upright of around) takeOver(cells, turnedCell(upright, turn), nextCell + turn);
  // Neither is in the middle of what it holds now.
  tendCentre(cells, Math.floor(full / TURNS));
  tendCentre(cells, nextCell / TURNS);
}

/** Moves what is nearer to a new cell's centre there. */
function takeOver(cells: Cells, cell: number, nextCell: number): void {
  const { centres, codes, moments } = cells;
  const both = Int8Array.of(...centres.centreOf(cell), ...centres.centreOf(nextCell));
  for (const shelf of moments.shelves) shelf.ask(both);
  let own = 0;
  const nearer: number[] = [];
  // Asked in this order, told in this order.
  const compare = (place: number, label: number, squaredDistance: number): void => {
    if (place === 0) own = squaredDistance;
    else if (squaredDistance < own) nearer.push(label);
  };
  for (const label of codes.labelsIn(cell)) {
    const [shelf, at] = [moments.shelfOf(label), moments.startOf(label)];
    shelf.compare(0, label, at, compare);
    shelf.compare(1, label, at, compare);
  }
  for (const shelf of moments.shelves) shelf.flush(compare);
  for (const label of nearer) cells.move(label, nextCell);
}
