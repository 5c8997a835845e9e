import { ramp, TEXTURE } from "../align/agreement.js";
import { type CellPicture, cellCorrelation } from "../align/cells.js";
import type { Evidence } from "../align/evidence.js";
import { CELL } from "../align/stage.js";

/** How well the structure of what moves coincides, moment by moment. */
export interface MovingStructure {
  /** Correlation that the structure of three fifths of what moves reaches, -1 to 1; 0 where nothing moves. */
  readonly coincidence: number;
  /** How much of it there is: fully textured cells that move in full, a matched moment. */
  readonly cells: number;
}

/** Share of what moves that may coincide worse: an overlay that moves along, a misfit at the edge. */
const MAY_DIFFER = 0.4;

/** Deviation over time at which a cell begins to move, above grain and what an encoder leaves, and moves in full, luma levels. */
const MOVES = { from: 1, full: 20 };

/** Pixels of a cell. */
const AREA = CELL * CELL;

/**
 * Looks at the cells that move on both sides, each as much as it moves. What a template, an app or a wall has in common holds still and explains why
 * two creatives agree; what they are about moves. In an edit it coincides line for line, in a look-alike it only resembles. What lies still
 * on one side, an overlay, has no say.
 */
export function measureMovingStructure({
  commonMotion: { heard: matches },
  referenceCells,
  queryCells,
  cells,
  gain,
}: Pick<Evidence, "commonMotion" | "referenceCells" | "queryCells" | "cells" | "gain">): MovingStructure {
  const references = matches.map(({ reference }) => referenceCells[reference]!);
  const queries = matches.map(({ query }) => queryCells[query]!);
  const heard: Heard[] = [];
  for (const cell of cells) {
    const moves = Math.min(movementOf(references, cell), movementOf(queries, cell) / gain);
    for (const [n, reference] of references.entries()) {
      const query = queries[n]!;
      const deviation = Math.max(reference.deviation[cell]!, query.deviation[cell]! / gain);
      const weight = ramp(deviation, TEXTURE) * ramp(moves, MOVES);
      if (weight > 0) heard.push({ correlation: cellCorrelation(reference, query, cell) || 0, weight });
    }
  }
  const total = heard.reduce((sum, { weight }) => sum + weight, 0);
  return { coincidence: reachedBut(heard, MAY_DIFFER * total), cells: total / Math.max(1, matches.length) };
}

interface Heard {
  readonly correlation: number;
  readonly weight: number;
}

/** The correlation that all but the worst of a given weight reach. */
function reachedBut(heard: readonly Heard[], worst: number): number {
  let weights = 0;
  for (const { correlation, weight } of [...heard].sort((p, q) => p.correlation - q.correlation)) {
    weights += weight;
    if (weights > worst) return correlation;
  }
  return 0;
}

/** Root mean square deviation over some moments of a cell's pixels, luma levels. */
function movementOf(pictures: readonly CellPicture[], cell: number): number {
  let variance = 0;
  for (let k = cell * AREA; k < (cell + 1) * AREA; k++) {
    let [sum, squares] = [0, 0];
    for (const { values, mean } of pictures) {
      const value = values[k]! + mean[cell]!;
      sum += value;
      squares += value * value;
    }
    variance += squares / pictures.length - (sum / pictures.length) ** 2;
  }
  return Math.sqrt(Math.max(0, variance / AREA));
}
