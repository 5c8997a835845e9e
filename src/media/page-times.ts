import type { AnalysisPlan } from "./decoded-media.js";

/** Browsers take delays of up to so many milliseconds for "as you like", and show such a page for a tenth of a second. */
const UNSET_MILLISECONDS = 10;
const DEFAULT_MILLISECONDS = 100;

/** When the pages of an animation are shown. */
export interface PagesOnGrid {
  /** How many positions of the plan's grid each page fills; 0 for one that is over before the next position, none behind the plan's end. */
  readonly framesPerPage: readonly number[];
  /** One run of the animation, however often it is repeated. */
  readonly durationSeconds: number;
}

/**
 * Lays the pages of an animation on the plan's grid, as ffmpeg does with the frames of a video: each position shows the newest
 * page whose start rounds to it or to one before.
 *
 * @param delays how long each page is shown, milliseconds
 */
export function pagesOnGrid(
  delays: readonly number[],
  plan: Pick<AnalysisPlan, "framesPerSecond" | "maxSeconds">,
): PagesOnGrid {
  const limit = Math.ceil(plan.maxSeconds * plan.framesPerSecond);
  const positionAt = (milliseconds: number): number =>
    Math.min(limit, Math.round((milliseconds / 1000) * plan.framesPerSecond));
  const framesPerPage: number[] = [];
  let milliseconds = 0;
  for (const delay of delays) {
    const from = positionAt(milliseconds);
    milliseconds += delay <= UNSET_MILLISECONDS ? DEFAULT_MILLISECONDS : delay;
    if (from < limit) framesPerPage.push(positionAt(milliseconds) - from);
  }
  // However short, an animation shows its first page.
  if (!framesPerPage.some((frames) => frames > 0)) framesPerPage[0] = 1;
  return { framesPerPage, durationSeconds: milliseconds / 1000 };
}
