/** Lower and upper bound of a share, 0 to 1. */
export type Interval = readonly [low: number, high: number];

/** Standard deviations that hold 95 % of a normal distribution. */
const DEVIATIONS_95 = 1.959964;

/**
 * The 95 % interval of a share of which `hits` of `trials` were seen (Wilson 1927, the score interval): right near 0 and
 * 1 too, where most of our shares are. `[0, 1]` when nothing was tried.
 */
export function wilsonInterval(hits: number, trials: number): Interval {
  if (trials === 0) return [0, 1];
  const share = hits / trials;
  const z2 = DEVIATIONS_95 ** 2 / trials;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Math.sqrt(z2 * (share * (1 - share) + z2 / 4)) || 0) / (1 + z2);
  // Rounding must not push the bound of a share of 0 or 1 beyond it.
  return [hits === 0 ? 0 : Math.max(0, middle - half), hits === trials ? 1 : Math.min(1, middle + half)];
}
