import { ramp, TEXTURE } from "../align/agreement.js";
import { type CellPicture, cellCorrelation } from "../align/cells.js";
import type { Evidence } from "../align/evidence.js";
import type { Moments } from "../align/moments.js";
import type { Match } from "../align/segments.js";
import { CELL } from "../align/stage.js";

/** How well the structure of what moves coincides, moment by moment. */
export interface MovingStructure {
  /** Correlation that the structure of three fifths of what moves reaches, -1 to 1; 0 where nothing moves. */
  readonly coincidence: number;
  /** The same of the best two fifths: an overlay leaves alone what lies beside it, a look-alike coincides nowhere entirely. */
  readonly bestCoincidence: number;
  /** Coincidence of what moves with its own side's next moment, of the side where it is higher: low where it moves far between two samples. */
  readonly withNextMoment: number;
  /** How far the matched samples of both sides were taken at other times, 0 (the same grid) to 1 (half-way between, or of other length). */
  readonly besideEachOther: number;
  /** How much of it there is: fully textured cells that move in full, a matched moment. */
  readonly cells: number;
}

/** Share of what moves that may coincide worse: an overlay that moves along, a misfit at the edge. */
const MAY_DIFFER = 0.4;

/** Share of what moves that does not belong to the best of it. */
const NOT_THE_BEST = 0.6;

/** Steps by which a match may miss the nearest sample of the query: what the line in time is known to, and where another part of the motion is seen. */
const MISSED_STEPS = { from: 0.15, full: 0.3 };

/** Lengths of two samples are the same within this ratio, whatever speed was chosen. */
const SAME_LENGTH = 1.5;

/** Reference samples between a moment and the next, at most. */
const NEXT = 2;

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
  moments,
}: Pick<
  Evidence,
  "commonMotion" | "referenceCells" | "queryCells" | "cells" | "gain" | "moments"
>): MovingStructure {
  const references = matches.map(({ reference }) => referenceCells[reference]!);
  const queries = matches.map(({ query }) => queryCells[query]!);
  const nexts = matches.map(({ reference, query }, n) => {
    const next = matches[n + 1];
    const follows = next !== undefined && next.reference > reference && next.reference - reference <= NEXT;
    return follows && next.query !== query;
  });
  const across: Heard[] = [];
  const onReference: Heard[] = [];
  const onQuery: Heard[] = [];
  for (const cell of cells) {
    const moves = ramp(Math.min(movementOf(references, cell), movementOf(queries, cell) / gain), MOVES);
    if (moves === 0) continue;
    const hear = (list: Heard[], p: CellPicture, q: CellPicture, gainOfP: number, gainOfQ: number) => {
      const deviation = Math.max(p.deviation[cell]! / gainOfP, q.deviation[cell]! / gainOfQ);
      const weight = ramp(deviation, TEXTURE) * moves;
      if (weight > 0) list.push({ correlation: cellCorrelation(p, q, cell) || 0, weight });
    };
    for (const [n, reference] of references.entries()) {
      const query = queries[n]!;
      hear(across, reference, query, 1, gain);
      if (!nexts[n]) continue;
      hear(onReference, reference, references[n + 1]!, 1, 1);
      hear(onQuery, query, queries[n + 1]!, gain, gain);
    }
  }
  return {
    coincidence: reachedBut(across, MAY_DIFFER),
    bestCoincidence: reachedBut(across, NOT_THE_BEST),
    withNextMoment: Math.max(reachedBut(onReference, MAY_DIFFER), reachedBut(onQuery, MAY_DIFFER)),
    besideEachOther:
      matches.reduce((sum, match) => sum + besideEachOther(match, moments), 0) / Math.max(1, matches.length),
    cells: totalWeight(across) / Math.max(1, matches.length),
  };
}

function besideEachOther(
  { reference, query, queryPlace }: Match,
  { referenceSeconds, querySeconds }: Moments,
): number {
  const ratio = referenceSeconds[reference]! / querySeconds[query]!;
  if (Math.max(ratio, 1 / ratio) > SAME_LENGTH) return 1;
  return ramp(Math.abs(queryPlace - query), MISSED_STEPS);
}

interface Heard {
  readonly correlation: number;
  readonly weight: number;
}

const totalWeight = (heard: readonly Heard[]) => heard.reduce((sum, { weight }) => sum + weight, 0);

/** The correlation that all but the worst share of the weight reaches; 0 of nothing. */
function reachedBut(heard: readonly Heard[], worst: number): number {
  const left = worst * totalWeight(heard);
  let weights = 0;
  for (const { correlation, weight } of [...heard].sort((p, q) => p.correlation - q.correlation)) {
    weights += weight;
    if (weights > left) return correlation;
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
