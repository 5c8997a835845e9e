import type { CellPicture } from "../align/cells.js";
import { decidingCells } from "../align/deciding-cells.js";
import { drawCells } from "../align/drawn-cells.js";
import { type Fit, fitMap } from "../align/fit.js";
import { isPlausible } from "../align/plausible.js";
import type { Match } from "../align/segments.js";
import { layStage, type Stage } from "../align/stage.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type Affine, invert } from "../picture/affine.js";
import { type CommonGround, reachOfBoth } from "./common-ground.js";
import { measureDepartures } from "./departures.js";
import { fitLight, type LightMap } from "./light-map.js";
import { type PairedPictures, type PictureEvidence, pairPictures } from "./paired-pictures.js";

/** Two creatives' pictures laid on each other, and how far they depart once light is accounted for. */
export interface LaidPictures {
  readonly evidence: PictureEvidence;
  /** What both reach. */
  readonly reach: CommonGround;
  readonly pictures: PairedPictures;
  readonly light: LightMap;
  /** Over the stage, see {@link measureDepartures}. */
  readonly departures: Float32Array;
}

/** Moments that a map is fitted to, and the steps each round takes. */
const MOMENTS = 5;
const STEPS = { coarse: 3, fine: 3 };
const ROUNDS = 3;

/** Departure below which a pixel shows what both show, and above which those beside it are mixed with something else. */
const COMMON = 2.5;
const FOREIGN = 3;

/** Share of the pixels that must depart for the map to be doubted, and that must be common for it to be fitted again. */
const DOUBTED = 0.02;
const LEAST_COMMON = 0.2;

/** Lays the given moments of two creatives on each other as they were aligned. */
export function layPictures(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: PictureEvidence,
  matches: readonly Match[],
): LaidPictures {
  const reach = reachOfBoth(reference, query, evidence.stage);
  const pictures = pairPictures(reference, query, evidence, matches, reach);
  const light = fitLight(pictures, evidence, matches, query.samples[0]!.picture);
  const lumaStep = Math.max(reference.pictureStep, query.pictureStep);
  return { evidence, reach, pictures, light, departures: measureDepartures(pictures, light, lumaStep) };
}

/**
 * Fits the map again, pixel by pixel without what departs, until hardly anything does. What lies beside a cropped and padded picture, or over
 * it, pulls at a fit that knows cells only: stretch 1.13 where it is 1.
 */
export function settlePictures(
  reference: Fingerprint,
  query: Fingerprint,
  first: LaidPictures,
  matches: readonly Match[],
): LaidPictures {
  let laid = first;
  for (let round = 0; round < ROUNDS && departingShare(laid) > DOUBTED; round++) {
    const fit = fitAgain(reference, query, laid, matches);
    const evidence = fit && layAgain(reference, query, laid.evidence, matches, fit);
    if (evidence === undefined) break;
    laid = layPictures(reference, query, evidence, matches);
  }
  return laid;
}

function departingShare({ departures }: LaidPictures): number {
  let [compared, departing] = [0, 0];
  for (const departure of departures) {
    if (Number.isNaN(departure)) continue;
    compared++;
    if (departure > COMMON) departing++;
  }
  return departing / Math.max(1, compared);
}

function fitAgain(
  reference: Fingerprint,
  query: Fingerprint,
  { evidence: { fit, stage }, departures }: LaidPictures,
  matches: readonly Match[],
): Fit | undefined {
  const { width, height } = stage;
  const common = Uint8Array.from(departures, (departure, at) => {
    const isMixed = [at - 1, at + 1, at - width, at + width].some((beside) => departures[beside]! > FOREIGN);
    return departure < COMMON && !isMixed ? 1 : 0;
  });
  const share = common.reduce((sum, value) => sum + value, 0) / common.length;
  if (share < LEAST_COMMON) return undefined;
  const count = Math.min(MOMENTS, matches.length);
  const pairs = Array.from({ length: count }, (_, k) => {
    const match = matches[Math.floor(((k + 0.5) * matches.length) / count)]!;
    return {
      reference: reference.samples[match.reference]!.picture,
      query: query.samples[match.query]!.picture,
    };
  });
  const { a, b, c, d, e, f } = invert(stage.toReference);
  const again = fitMap(pairs, fit.map, STEPS, (x, y) => {
    const column = Math.round(a * x + b * y + c + (width - 1) / 2);
    const row = Math.round(d * x + e * y + f + (height - 1) / 2);
    return column >= 0 && row >= 0 && column < width && row < height && common[row * width + column] === 1;
  });
  return again !== undefined && isPlausible(again.map) ? again : undefined;
}

/** The same moments on the stage of another map; undefined where nothing is left on it. */
function layAgain(
  reference: Fingerprint,
  query: Fingerprint,
  { gain }: PictureEvidence,
  matches: readonly Match[],
  fit: Fit,
): PictureEvidence | undefined {
  const stage = layStage(reference.samples[0]!.picture, query.samples[0]!.picture, fit.map);
  if (stage === undefined) return undefined;
  const referenceCells = drawMatched(
    reference,
    matches.map((match) => match.reference),
    stage,
    stage.toReference,
  );
  const queryCells = drawMatched(
    query,
    matches.map((match) => match.query),
    stage,
    stage.toQuery,
  );
  const { reference: i, query: j } = matches[0]!;
  const isSeen = (cell: number) =>
    referenceCells[i]!.deviation[cell]! >= 0 && queryCells[j]!.deviation[cell]! >= 0;
  const cells = decidingCells(stage, reference, query).filter(isSeen);
  return cells.length === 0 ? undefined : { fit, stage, cells, referenceCells, queryCells, gain };
}

/** The cells of some samples of a side, each at its own place. */
function drawMatched(
  { samples }: Fingerprint,
  matched: readonly number[],
  stage: Stage,
  toSide: Affine,
): CellPicture[] {
  const places = [...new Set(matched)];
  const drawn = drawCells(
    stage,
    places.map((place) => samples[place]!.picture),
    toSide,
  );
  const cells: CellPicture[] = [];
  for (const [n, place] of places.entries()) cells[place] = drawn[n]!;
  return cells;
}
