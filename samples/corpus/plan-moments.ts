import type { CorpusPlan } from "./corpus-plan.js";
import type { Original } from "./original.js";

/** Shortest clip whose beginning and end are two moments and not one, seconds. */
const LONG_ENOUGH = 10;

/** The two pieces of a clip that are set against each other. */
const PIECES = [
  { name: "beginning", from: 0, to: 0.4 },
  { name: "end", from: 0.6, to: 1 },
] as const;

/**
 * Adds the beginning and the end of every long clip as a pair to be left alone: another moment of a video is other
 * footage, of the same scene at most. Where nothing moves in between, the two are rightly called alike.
 */
export function addMoments(corpus: CorpusPlan, originals: readonly Original[]): void {
  const kind = "different-moments";
  for (const original of originals) {
    if (original.clip.durationSeconds < LONG_ENOUGH) continue;
    corpus.addMoments(original, kind, PIECES, ({ name }) => `negatives/${kind}/${original.name}--${name}`);
  }
}
