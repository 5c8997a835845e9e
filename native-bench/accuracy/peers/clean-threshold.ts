import type { PeerScores } from "./peer.js";

/** The way of reading a peer that finds most, at the threshold that just clears the negatives. */
export interface CleanReading {
  readonly reading: string;
  /** Pairs must score above it. */
  readonly threshold: number;
}

/**
 * Chooses the reading, and its threshold, on the very pairs that are then reported: the lowest threshold that no negative exceeds, and the
 * reading by which most of the positives do. No user can choose as well. Undefined without a score.
 */
export function cleanReading(
  positives: readonly PeerScores[],
  negatives: readonly PeerScores[],
): CleanReading | undefined {
  const readings = Object.keys(positives[0] ?? negatives[0] ?? {});
  const clean = readings.map((reading) => {
    const threshold = negatives.reduce((most, scores) => Math.max(most, scores[reading]!), 0);
    const found = positives.filter((scores) => scores[reading]! > threshold).length;
    return { reading, threshold, found };
  });
  const [best] = clean.sort((p, q) => q.found - p.found);
  return best === undefined ? undefined : { reading: best.reading, threshold: best.threshold };
}

/** Whether a pair is called a repeat. */
export function isAbove(scores: PeerScores, { reading, threshold }: CleanReading): boolean {
  return scores[reading]! > threshold;
}
