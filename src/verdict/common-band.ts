import type { Match } from "../align/segments.js";
import { CELL, type Stage } from "../align/stage.js";
import type { Fingerprint, Sample } from "../fingerprint/fingerprint.js";
import type { Affine } from "../picture/affine.js";
import { agreeingRows, DepartureSums, type Rows } from "./agreeing-rows.js";
import type { PictureEvidence } from "./paired-pictures.js";

/** The common footage as the middle one of three stacked bands, on one side or on both. */
export interface CommonBand {
  /** The rows of the stage it takes. */
  readonly rows: Rows;
  /** Its height in shares of each side's picture, where that side has bands above and below it. */
  readonly heights: { readonly reference?: number; readonly query?: number };
  /** What stands above and below is of one colour: bars rather than bands. */
  readonly bars: boolean;
}

/** Share of a picture's height that a middle band takes, and that one above or below it takes at least; a band spans the width. */
const MIDDLE = { least: 0.18, most: 0.8 };
const MARGIN = 0.08;
const FULL_WIDTH = 0.93;

/** Share of its height that a side without bands gives to the common band, at least. */
const WHOLLY = 0.6;

/** Slope of the common footage's edges against the picture's, at most. */
const UPRIGHT = 0.12;

/** Deviation over time below which a band holds still, and along its rows below which it is of one colour, luma levels. */
const STILL = 3;
const ONE_COLOUR = 4;

/** Mean departure below which what stands above, or below, is the same on both sides: the bands were not changed, though something may have been put on one. */
const SAME_BANDS = 0.8;

/**
 * Finds the band in which two creatives agree: where one's bands were put around the other, only the band overlaps; where both have bands,
 * the rows above and below differ all over. Bands hold still, which tells them from a picture that was cropped.
 */
export function findCommonBand(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: PictureEvidence,
  matches: readonly Match[],
  departures: Float32Array,
): CommonBand | undefined {
  const { stage } = evidence;
  const decided = decidedRows(evidence);
  const rows = agreeingRows(departures, stage.width, decided) ?? decided;
  const samplesOf = (side: Fingerprint, which: "reference" | "query") => [
    ...new Set(matches.map((match) => side.samples[match[which]]!)),
  ];
  const onReference = placeOn(samplesOf(reference, "reference"), stage.toReference, stage, rows);
  const onQuery = placeOn(samplesOf(query, "query"), stage.toQuery, stage, rows);
  const sides = [onReference, onQuery];
  // Else something was laid over the top and bottom of a picture that is seen whole on the other side.
  if (!sides.every(({ band, height }) => band !== undefined || height > WHOLLY)) return undefined;
  const bands = sides.flatMap(({ band }) => band ?? []);
  const sums = new DepartureSums(departures, stage.width);
  const isSame = ({ from, to }: Rows) => from < to && sums.mean(from, to) < SAME_BANDS;
  const besides = [
    { from: 0, to: rows.from },
    { from: rows.to, to: stage.height },
  ];
  if (bands.length === 0 || (bands.length === 2 && besides.some(isSame))) return undefined;
  return {
    rows,
    heights: {
      ...(onReference.band !== undefined && { reference: onReference.height }),
      ...(onQuery.band !== undefined && { query: onQuery.height }),
    },
    bars: bands.every(({ bars }) => bars),
  };
}

/** The rows of the cells that decide. */
function decidedRows({ stage, cells }: PictureEvidence): Rows {
  const columns = stage.width / CELL;
  const rows = cells.map((cell) => Math.floor(cell / columns));
  return { from: Math.min(...rows) * CELL, to: (Math.max(...rows) + 1) * CELL };
}

/** How rows of the stage lie on one side's pictures. */
interface Place {
  /** Share of the picture's height. */
  readonly height: number;
  /** Where they lie between two bands that hold still. */
  readonly band?: { readonly bars: boolean };
}

function placeOn(samples: readonly Sample[], map: Affine, stage: Stage, { from, to }: Rows): Place {
  const { width, height } = samples[0]!.picture;
  const shareOf = (row: number) => (map.e * (row - stage.height / 2) + map.f) / height + 0.5;
  const [top, bottom] = [shareOf(from), shareOf(to)].sort((p, q) => p - q) as [number, number];
  const place = { height: bottom - top };
  const isUpright =
    Math.abs(map.b) < UPRIGHT * Math.abs(map.a) && Math.abs(map.d) < UPRIGHT * Math.abs(map.e);
  const isMiddle =
    height >= width &&
    (Math.abs(map.a) * stage.width) / width > FULL_WIDTH &&
    place.height > MIDDLE.least &&
    place.height < MIDDLE.most &&
    top > MARGIN &&
    1 - bottom > MARGIN;
  if (!isUpright || !isMiddle) return place;
  // A row beside the edge is mixed with the band.
  const margins = [
    alongRows(samples, 0, Math.floor(top * height) - 1),
    alongRows(samples, Math.ceil(bottom * height) + 1, height),
  ];
  if (margins.some(({ motion }) => motion > STILL)) return place;
  return { ...place, band: { bars: margins.every(({ spread }) => spread < ONE_COLOUR) } };
}

/** How far rows of a side's pictures move over time, and how much they vary from left to right; luma levels. */
function alongRows(samples: readonly Sample[], from: number, to: number): { motion: number; spread: number } {
  const { width } = samples[0]!.picture;
  let motion = 0;
  let spread = 0;
  for (let y = from; y < to; y++) {
    const means = Float64Array.from({ length: width }, (_, x) => {
      let sum = 0;
      let squares = 0;
      for (const { picture } of samples) {
        const value = picture.luma[y * width + x]!;
        sum += value;
        squares += value * value;
      }
      const mean = sum / samples.length;
      motion += Math.sqrt(Math.max(0, squares / samples.length - mean * mean)) / width;
      return mean;
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / width;
    spread += Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width);
  }
  const rows = Math.max(1, to - from);
  return { motion: motion / rows, spread: spread / rows };
}
