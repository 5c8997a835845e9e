/** The upper end of the scores of pairs that are not repeats, and the curve laid through it. */
export interface TailFit {
  /** The tail is what lies above this score. */
  readonly start: number;
  /** Scores above it. */
  readonly excesses: number;
  /** Pairs that the scores stand for: those that were never compared are below the start for certain. */
  readonly total: number;
  /** Of a generalised Pareto distribution, at least 0: 0 is an exponential tail, above it the tail is heavier. */
  readonly shape: number;
  /** Above 0; how far the score rises while the pairs above it fall to a share of 1/e (at a shape of 0). */
  readonly scale: number;
}

/** With fewer scores a tail has no shape that could be seen. */
const FEWEST = 20;

/**
 * Lays a generalised Pareto distribution through the highest `share` of the scores above 0 (peaks over a threshold, Pickands 1975; a score of 0 says that comparing was cut short, and no more), by
 * probability-weighted moments (Hosking and Wallis 1987). A shape below 0 would be a tail with an end, beyond which nothing
 * can ever come: that is more than any sample shows, and an exponential tail is taken instead. Undefined with too few scores.
 */
export function fitTail(scores: readonly number[], total: number, share: number): TailFit | undefined {
  const sorted = scores.filter((score) => score > 0).sort((p, q) => q - p);
  const start = sorted[Math.max(FEWEST, Math.round(sorted.length * share))];
  if (start === undefined) return undefined;
  return fitExcesses(
    sorted.filter((score) => score > start).map((score) => score - start),
    start,
    total,
  );
}

/** The fit to excesses over a given start of the tail, in any order. Undefined with too few. */
export function fitExcesses(excesses: readonly number[], start: number, total: number): TailFit | undefined {
  const count = excesses.length;
  if (count < FEWEST / 2) return undefined;
  const rising = [...excesses].sort((p, q) => p - q);
  const mean = rising.reduce((sum, excess) => sum + excess, 0) / count;
  const weighted =
    rising.reduce((sum, excess, index) => sum + excess * (1 - (index + 0.65) / count), 0) / count;
  const shape = 2 - mean / (mean - 2 * weighted);
  const heavy = shape > 0;
  return {
    ...{ start, excesses: count, total, shape: heavy ? shape : 0 },
    scale: heavy ? (2 * mean * weighted) / (mean - 2 * weighted) : mean,
  };
}

/** The share of pairs expected at or above a score that lies in the tail, 0 to 1. */
export function shareAbove({ start, excesses, total, shape, scale }: TailFit, score: number): number {
  const excess = (score - start) / scale;
  const within = shape === 0 ? Math.exp(-excess) : (1 + shape * excess) ** (-1 / shape);
  return (excesses / total) * within;
}

/** The score above which the given share of pairs is expected; may lie above 1, where no pair can come. */
export function scoreAbove({ start, excesses, total, shape, scale }: TailFit, share: number): number {
  const within = (share * total) / excesses;
  return start + scale * (shape === 0 ? -Math.log(within) : (within ** -shape - 1) / shape);
}
