import { CORRELATION, ramp } from "../align/agreement.js";
import type { CellPicture } from "../align/cells.js";
import type { Evidence } from "../align/evidence.js";
import { CELL } from "../align/stage.js";

/** Deviation of a cell's detail at which it begins to count, and at which it counts in full, luma levels: half of what texture is asked for. */
const DETAIL = { from: 1, full: 5 };

/** Pixels of a cell. */
const AREA = CELL * CELL;

/** Where each pixel of a cell lies, from its middle, pixels; and the sum of their squares over a cell. */
const PLACES = Float64Array.from({ length: CELL }, (_, place) => place - (CELL - 1) / 2);
const SQUARES = CELL * PLACES.reduce((sum, place) => sum + place * place, 0);

/**
 * How far two creatives agree in detail over all matched moments, 0 to 1; 0 where there is none. Detail is what is left of a cell when its slope is taken away: smooth
 * pictures correlate in their slopes by chance (agreement 0.64, the median of different clips that move alike for a moment), and less in what is left (0.43).
 */
export function detailAgreement({
  lines,
  referenceCells,
  queryCells,
  cells,
  gain,
}: Pick<Evidence, "lines" | "referenceCells" | "queryCells" | "cells" | "gain">): number {
  const detailOf = remembered();
  let weights = 0;
  let agreements = 0;
  for (const { matches } of lines) {
    for (const match of matches) {
      const p = detailOf(referenceCells[match.reference]!);
      const q = detailOf(queryCells[match.query]!);
      for (const cell of cells) {
        const most = Math.max(p.deviation[cell]!, q.deviation[cell]! / gain);
        const weight = Number.isNaN(most) ? 0 : ramp(most, DETAIL);
        if (weight === 0) continue;
        weights += weight;
        agreements += weight * ramp(correlate(p, q, cell), CORRELATION);
      }
    }
  }
  return weights === 0 ? 0 : agreements / weights;
}

/** The cells of a picture without their slopes. */
interface Detail {
  /** In cell order, as in {@link CellPicture}. */
  readonly values: Float32Array;
  /** Standard deviation in each cell, luma levels; NaN where the picture does not reach all of the cell. */
  readonly deviation: Float32Array;
}

function remembered(): (picture: CellPicture) => Detail {
  const known = new Map<CellPicture, Detail>();
  return (picture) => {
    const detail = known.get(picture) ?? withoutSlopes(picture);
    known.set(picture, detail);
    return detail;
  };
}

function withoutSlopes({ values, deviation }: CellPicture): Detail {
  const out = new Float32Array(values.length);
  const left = deviation.map((value, cell) => {
    const from = cell * AREA;
    let [across, down] = [0, 0];
    for (let k = 0; k < AREA; k++) {
      across += values[from + k]! * PLACES[k % CELL]!;
      down += values[from + k]! * PLACES[Math.floor(k / CELL)]!;
    }
    let squares = 0;
    for (let k = 0; k < AREA; k++) {
      const slope = (across * PLACES[k % CELL]! + down * PLACES[Math.floor(k / CELL)]!) / SQUARES;
      const detail = values[from + k]! - slope;
      out[from + k] = detail;
      squares += detail * detail;
    }
    return Number.isNaN(value) ? Number.NaN : Math.sqrt(squares / AREA);
  });
  return { values: out, deviation: left };
}

/** Correlation of one cell's detail, -1 to 1; 0 where either has none. */
function correlate(p: Detail, q: Detail, cell: number): number {
  let sum = 0;
  for (let k = cell * AREA; k < (cell + 1) * AREA; k++) sum += p.values[k]! * q.values[k]!;
  return sum / (AREA * p.deviation[cell]! * q.deviation[cell]!) || 0;
}
