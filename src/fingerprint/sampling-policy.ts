import type { AnalysisPlan } from "../media/decoded-media.js";

/**
 * How a creative is sampled: every rate, size and limit of the way from frames to a fingerprint, in one place.
 * Changing any of them changes fingerprints: raise `FINGERPRINT_VERSION` in `codec.ts` with it.
 */

/**
 * Frames asked of ffmpeg: 8 a second where the samples are a quarter of a second, then 4, so two to a sample at least. 4 a second from the start
 * cost one in thirty of the hardest true pairs; 8 a second throughout finds no more than this and scales twice the frames. 128 pixels is enough for bars to be found to
 * within one percent, and is shrunk further for what is stored. Nothing after ten minutes is looked at.
 */
export const ANALYSIS_PLAN: AnalysisPlan = {
  framesPerSecond: 8,
  denseSeconds: 4,
  laterEvery: 2,
  longSide: 128,
  maxSeconds: 600,
};

/** Whether a frame is one of those that the whole video has at equal distances: statistics over time must not count the front twice. */
export function isEvenlySpaced(timeSeconds: number): boolean {
  return Math.round(timeSeconds * ANALYSIS_PLAN.framesPerSecond) % ANALYSIS_PLAN.laterEvery === 0;
}

/**
 * The length of a sample by its place in time: a fixed grid, never stretched to the duration, so that a trimmed tail
 * leaves the other samples where they are. Frames inside a sample are averaged (a temporal low-pass, so that two grids that
 * are shifted against each other still see nearly the same pictures). Later parts are sampled less densely: they weigh
 * less (rule 7) and long videos must stay small.
 */
export const SAMPLE_LENGTHS: readonly { readonly untilSeconds: number; readonly sampleSeconds: number }[] = [
  { untilSeconds: 4, sampleSeconds: 0.25 },
  { untilSeconds: 30, sampleSeconds: 0.5 },
  { untilSeconds: 120, sampleSeconds: 1 },
  { untilSeconds: 600, sampleSeconds: 4 },
];

/** Pixels of a stored picture, about: 48x48, 64x36, 36x64. Range 1,024 to 4,096; below, small angles cannot be fitted. */
export const SAMPLE_PIXELS = 2304;

/** Encoded bytes that the pictures of the dense front may take, however short the creative is. */
export const FRONT_BYTES = 8_000;

/**
 * Encoded bytes allowed besides for one second of the part with samples of half a second; pictures are quantised more coarsely until it holds. 15 s
 * stay under 24 KB.
 */
export const BYTES_PER_SECOND = 950;

/** A cell of the time grid. */
export interface SamplePlace {
  /** Number in the grid, from 0. */
  readonly index: number;
  readonly middleSeconds: number;
  /** Its length; what a sample counts for. */
  readonly sampleSeconds: number;
}

/** The place in the grid that holds a time. */
export function sampleAt(timeSeconds: number): SamplePlace {
  let index = 0;
  let from = 0;
  for (const { untilSeconds, sampleSeconds } of SAMPLE_LENGTHS) {
    if (timeSeconds < untilSeconds) {
      const within = Math.floor((timeSeconds - from) / sampleSeconds + 1e-9);
      return { index: index + within, middleSeconds: from + (within + 0.5) * sampleSeconds, sampleSeconds };
    }
    index += Math.round((untilSeconds - from) / sampleSeconds);
    from = untilSeconds;
  }
  return { index, middleSeconds: from, sampleSeconds: SAMPLE_LENGTHS.at(-1)!.sampleSeconds };
}
