import { type CellPicture, cellCorrelation } from "./cells.js";

/** Luma deviation of a cell at which it begins to count as textured, and at which it counts in full, levels. */
export const TEXTURE = { from: 2, full: 10 };

/** Correlation of a cell at which it begins to agree, and at which it agrees in full. */
export const CORRELATION = { from: 0.3, full: 0.8 };

/** Whether a picture has structure enough in the given cells to prove anything: flat, black and nearly empty ones have not. */
export function isInformative(picture: CellPicture, cells: readonly number[]): boolean {
  let weights = 0;
  for (const cell of cells) {
    const deviation = picture.deviation[cell]!;
    if (deviation >= 0) weights += ramp(deviation, TEXTURE);
  }
  return isEnoughTexture(weights, cells);
}

/** Textured cells needed for a verdict on a moment, share of all that are looked at. */
const MIN_TEXTURED = 0.03;

/** Whether the texture of some cells, 0 to 1 each, comes to enough to tell. */
export function isEnoughTexture(weights: number, cells: readonly number[]): boolean {
  return weights > MIN_TEXTURED * cells.length;
}

/** 0 below `from`, 1 above `full`, straight in between. */
export function ramp(
  value: number,
  { from, full }: { readonly from: number; readonly full: number },
): number {
  return value <= from ? 0 : value >= full ? 1 : (value - from) / (full - from);
}

/** How many of the cells have texture on both sides, those with little of it in part: what agrees by chance in two or three of them agrees by chance. */
export function texturedCells(
  reference: CellPicture,
  query: CellPicture,
  cells: readonly number[],
  gain: number,
): number {
  return cells.reduce((sum, cell) => {
    const both = Math.min(reference.deviation[cell]!, query.deviation[cell]! / gain);
    return both >= 0 ? sum + ramp(both, TEXTURE) : sum;
  }, 0);
}

/** How far a cell of the reference and of the query agree, and how much the cell has to say. */
export function cellAgreement(
  reference: CellPicture,
  query: CellPicture,
  cell: number,
  gain: number,
): { agreement: number; weight: number } {
  const p = reference.deviation[cell]!;
  const q = query.deviation[cell]! / gain;
  const weight = p >= 0 && q >= 0 ? ramp(Math.max(p, q), TEXTURE) : 0;
  if (weight === 0) return { agreement: 0, weight };
  const correlation = cellCorrelation(reference, query, cell);
  return { agreement: correlation > 0 ? ramp(correlation, CORRELATION) : 0, weight };
}
