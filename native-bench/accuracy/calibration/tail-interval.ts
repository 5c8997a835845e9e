import type { Random } from "../../../samples/random.js";
import type { Interval } from "../../measuring/wilson-interval.js";
import { fitExcesses, type TailFit } from "./tail-fit.js";

/** How often the pairs are drawn anew. */
const DRAWS = 500;

/**
 * The 95 % intervals of what is read off a tail. Pairs of the same two clips are much alike, so clips are drawn, not pairs: all
 * scores of two clips together, as many couples of clips as there are, with replacement (a block bootstrap).
 *
 * @param blocks the scores of each couple of clips, those without one in the tail too
 * @param readings what to read off each fit; each gets an interval
 */
export function tailIntervals(
  fit: TailFit,
  blocks: readonly (readonly number[])[],
  readings: readonly ((fit: TailFit) => number)[],
  random: Random,
): Interval[] {
  const excesses = blocks.map((scores) =>
    scores.filter((score) => score > fit.start).map((score) => score - fit.start),
  );
  const fits = Array.from({ length: DRAWS }, () => {
    const drawn = excesses.flatMap(() => excesses[random.integer(0, excesses.length - 1)]!);
    return fitExcesses(drawn, fit.start, fit.total) ?? fit;
  });
  return readings.map((read) => {
    const values = fits.map(read).sort((p, q) => p - q);
    return [values[Math.floor(DRAWS * 0.025)]!, values[Math.ceil(DRAWS * 0.975) - 1]!];
  });
}
