import { cellAgreement } from "../align/agreement.js";
import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import { CELL } from "../align/stage.js";
import type { Region } from "../picture/picture.js";

/** Mean disagreement from which a cell counts as changed, and the texture it needs to say so (mean weight). */
const CHANGED = 0.55;
const MIN_WEIGHT = 0.15;

/** Regions reported. */
const MAX_REGIONS = 6;

/** Where two creatives that show the same footage differ for most of the matched time. */
export interface ChangedCells {
  /** Shares of the query's picture, largest first. */
  readonly regions: readonly Region[];
  /** Share of the cells looked at that changed, 0 to 1. */
  readonly share: number;
}

/** Compares the matched moments cell by cell. */
export function findChanges(
  evidence: Evidence,
  matches: readonly Match[],
  querySize: { readonly width: number; readonly height: number },
): ChangedCells {
  const { stage, referenceCells, queryCells, gain } = evidence;
  const count = referenceCells[0]!.deviation.length;
  const changed = Array.from({ length: count }, (_, cell) => {
    let weights = 0;
    let disagreement = 0;
    for (const { reference, query } of matches) {
      const found = cellAgreement(referenceCells[reference]!, queryCells[query]!, cell, gain);
      weights += found.weight;
      disagreement += found.weight * (1 - found.agreement);
    }
    return weights > MIN_WEIGHT * matches.length && disagreement > CHANGED * weights;
  });
  const regions = connected(changed, stage.width / CELL)
    .map((members) => boundingRegion(members, evidence, querySize))
    .sort((p, q) => q.width * q.height - p.width * p.height)
    .slice(0, MAX_REGIONS);
  const share = changed.filter(Boolean).length / count;
  return { regions, share };
}

/** Groups of marked cells that touch by a side. */
function connected(marked: readonly boolean[], columns: number): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  marked.forEach((isMarked, start) => {
    if (!isMarked || seen.has(start)) return;
    const group = [start];
    seen.add(start);
    for (const cell of group) {
      const neighbours = [cell - columns, cell + columns];
      if (cell % columns > 0) neighbours.push(cell - 1);
      if (cell % columns < columns - 1) neighbours.push(cell + 1);
      for (const next of neighbours) {
        if (!marked[next] || seen.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  });
  return groups;
}

/** The upright rectangle of the query's picture around a group of cells, cut to the picture. */
function boundingRegion(
  members: readonly number[],
  { stage }: Evidence,
  { width, height }: { readonly width: number; readonly height: number },
): Region {
  const columns = stage.width / CELL;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const cell of members) {
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const x = ((cell % columns) + dx) * CELL - stage.width / 2;
      const y = (Math.floor(cell / columns) + dy) * CELL - stage.height / 2;
      const { a, b, c, d, e, f } = stage.toQuery;
      xs.push(Math.min(1, Math.max(0, (a * x + b * y + c) / width + 0.5)));
      ys.push(Math.min(1, Math.max(0, (d * x + e * y + f) / height + 0.5)));
    }
  }
  const round = (value: number) => Number(value.toFixed(3));
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x: round(x), y: round(y), width: round(Math.max(...xs) - x), height: round(Math.max(...ys) - y) };
}
