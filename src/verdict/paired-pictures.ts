import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import { drawOnStage } from "../align/stage.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { CommonGround } from "./common-ground.js";

/** The part of the evidence that pictures are laid on each other by. */
export type PictureEvidence = Pick<
  Evidence,
  "fit" | "stage" | "cells" | "referenceCells" | "queryCells" | "gain"
>;

/** Both sides of one moment. */
interface PairedMoment {
  readonly reference: Float32Array;
  readonly query: Float32Array;
  /** The query's is blended from two samples, hence softer than either. */
  readonly blended: boolean;
}

/** Both sides of the same moments, drawn on the stage: luma row by row, NaN where a side does not reach. */
export interface PairedPictures {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly moments: readonly PairedMoment[];
  /** Medians over the moments. */
  readonly reference: Float32Array;
  readonly query: Float32Array;
  /** Standard deviation over the moments, of the stiller side. */
  readonly motion: Float32Array;
}

/** Moments looked at, spread evenly: an overlay shows in a few as well as in many. */
const MOST_MOMENTS = 12;

/** Part of a sample's length by which a moment may be off without being blended in earnest. */
const SAME_MOMENT = 0.05;

/**
 * Draws the given moments of both sides, the query's blended from the two samples beside its exact place in time. Drawn anew, not put together from the cells
 * that were aligned: those that reach over a picture's edge are left out there, and overlays like to lie at edges.
 */
export function pairPictures(
  { samples: referenceSamples }: Fingerprint,
  { samples: querySamples }: Fingerprint,
  { stage }: Pick<PictureEvidence, "stage">,
  matches: readonly Match[],
  ground: CommonGround,
): PairedPictures {
  const { width, height } = stage;
  const drawQuery = (sample: number) =>
    drawOnStage(stage, querySamples[sample]!.picture, stage.toQuery, ground);
  const moments = matches.map((match) => {
    const before = Math.floor(match.queryPlace);
    const share = match.queryPlace - before;
    const query = drawQuery(before);
    if (share > 0) {
      const after = drawQuery(before + 1);
      query.forEach((value, at) => {
        query[at] = value * (1 - share) + after[at]! * share;
      });
    }
    return {
      reference: drawOnStage(stage, referenceSamples[match.reference]!.picture, stage.toReference, ground),
      query,
      blended: Math.min(share, 1 - share) > SAME_MOMENT,
    };
  });
  const reference = medians(
    moments.map((moment) => moment.reference),
    width * height,
  );
  const query = medians(
    moments.map((moment) => moment.query),
    width * height,
  );
  const motion = deviations(
    moments.map((moment) => moment.reference),
    width * height,
  );
  // An overlay holds still where the footage under it moves: only what moves on both sides is motion of the footage.
  deviations(
    moments.map((moment) => moment.query),
    width * height,
  ).forEach((value, at) => {
    motion[at] = Math.min(motion[at]!, value);
  });
  return { width, height, moments, reference, query, motion };
}

/** The moments that are looked at. */
export function spread(matches: readonly Match[]): readonly Match[] {
  if (matches.length <= MOST_MOMENTS) return matches;
  return Array.from(
    { length: MOST_MOMENTS },
    (_, n) => matches[Math.floor(((n + 0.5) * matches.length) / MOST_MOMENTS)]!,
  );
}

/** Median over pictures, pixel by pixel; the lower one of an even number. */
const medians = (pictures: readonly Float32Array[], pixels: number): Float32Array =>
  quantiles(pictures, pixels, [0.5])[0]!;

/** Quantiles over pictures, pixel by pixel, at each of the shares (0 to 1); the lower one where a share lies between two. */
export function quantiles(
  pictures: readonly Float32Array[],
  pixels: number,
  shares: readonly number[],
): Float32Array[] {
  const out = shares.map(() => new Float32Array(pixels));
  const places = shares.map((share) => Math.floor(share * (pictures.length - 1)));
  const values = new Float32Array(pictures.length);
  for (let at = 0; at < pixels; at++) {
    // Insertion sort: a dozen values, thousands of times.
    for (let n = 0; n < pictures.length; n++) {
      let place = n;
      const value = pictures[n]![at]!;
      while (place > 0 && values[place - 1]! > value) {
        values[place] = values[place - 1]!;
        place--;
      }
      values[place] = value;
    }
    for (let n = 0; n < places.length; n++) out[n]![at] = values[places[n]!]!;
  }
  return out;
}

/** Standard deviation over pictures, pixel by pixel. */
function deviations(pictures: readonly Float32Array[], pixels: number): Float32Array {
  return Float32Array.from({ length: pixels }, (_, at) => {
    let sum = 0;
    let squares = 0;
    for (const picture of pictures) {
      sum += picture[at]!;
      squares += picture[at]! ** 2;
    }
    const mean = sum / pictures.length;
    return Math.sqrt(Math.max(0, squares / pictures.length - mean * mean));
  });
}
