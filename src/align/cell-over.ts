import { cellAgreement } from "./agreement.js";
import type { Evidence } from "./evidence.js";
import type { Match } from "./segments.js";

/** A cell's weighted agreements, each 0 to 1, and their weights, summed over some matched moments. */
export function cellOver(
  { referenceCells, queryCells, gain }: Pick<Evidence, "referenceCells" | "queryCells" | "gain">,
  matches: readonly Match[],
  cell: number,
): { readonly agreements: number; readonly weights: number } {
  let [agreements, weights] = [0, 0];
  for (const { reference, query } of matches) {
    const { agreement, weight } = cellAgreement(referenceCells[reference]!, queryCells[query]!, cell, gain);
    agreements += weight * agreement;
    weights += weight;
  }
  return { agreements, weights };
}
