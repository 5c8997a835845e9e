import { cellOver } from "../align/cell-over.js";
import type { Match } from "../align/segments.js";
import { solveSymmetric } from "../align/solve.js";
import { CELL } from "../align/stage.js";
import type { PairedPictures, PictureEvidence } from "./paired-pictures.js";

/** How b's light follows from a's: a curve of brightness, contrast and gamma, and a falloff towards b's corners. */
export interface LightMap {
  /** The luma expected of b at a stage pixel, from a's luma there. */
  lumaOf(at: number, luma: number): number;
}

/** Mean agreement of a cell from which its light is that of the footage, not of an overlay; and the texture it needs, mean weight. */
const CLEAR = 0.6;
const TEXTURED = 0.1;

/** Share of the cells that must be clear; where fewer are, all speak. */
const LEAST_CLEAR = 0.08;

/** Terms: 1, u, u², u³ of the luma about mid-grey, then luma times the first three powers of the squared distance from b's middle. */
const CURVE_TERMS = 4;
const ALL_TERMS = 7;

/** What the terms are where nothing was changed, and how firmly each is held to that, in pixels' worth of evidence a pixel. */
const UNCHANGED = [128, 64, 0, 0, 0, 0, 0];
const HOLD = [0, 0.002, 0.01, 0.01, 0.001, 0.001, 0.001];

/** Rounds of reweighting, of which the first hear the clear pixels only; residuals doubted from on: at first, as a multiple of the median, and at least, luma levels. */
const ROUNDS = 5;
const CLEAR_ROUNDS = 3;
const DOUBTED = { first: 40, medians: 5, least: 8 };

/** Hearing all pixels must not raise the residual of the clear ones by more than this: else bands and stickers took the curve over. */
const TAKEN_OVER = 1.2;

/** A falloff is believed when it brings the median residual down to this share. */
const FALLOFF_WORTH = 0.65;

interface Solution {
  readonly terms: ArrayLike<number>;
  /** Median absolute residual of the clear pixels, luma levels. */
  readonly residual: number;
}

/** Fits the light over the pixels in which both sides agree. */
export function fitLight(
  pictures: PairedPictures,
  evidence: PictureEvidence,
  matches: readonly Match[],
  querySize: { readonly width: number; readonly height: number },
): LightMap {
  const clear = clearCells(evidence, matches);
  const pixels = {
    clear: pixelsOf(clear.length < LEAST_CLEAR * evidence.cells.length ? evidence.cells : clear, pictures),
    all: pixelsOf(evidence.cells, pictures),
  };
  const distances = squaredDistances(pictures, evidence, querySize);
  const curve = solve(pictures, pixels, distances, CURVE_TERMS);
  const whole = solve(pictures, pixels, distances, ALL_TERMS);
  const terms = (whole.residual < FALLOFF_WORTH * curve.residual ? whole : curve).terms;
  // What is white or black already cannot be more so.
  let [darkest, brightest] = [255, 0];
  for (const value of pictures.query) {
    if (value < darkest) darkest = value;
    if (value > brightest) brightest = value;
  }
  return {
    lumaOf: (at, luma) => Math.min(brightest, Math.max(darkest, expected(terms, luma, distances[at]!))),
  };
}

function expected(terms: ArrayLike<number>, luma: number, distance: number): number {
  const u = (luma - 128) / 64;
  const curve = terms[0]! + u * (terms[1]! + u * (terms[2]! + u * terms[3]!));
  if (terms.length === CURVE_TERMS) return curve;
  return curve + (luma / 128) * distance * (terms[4]! + distance * (terms[5]! + distance * terms[6]!));
}

/** The cells in which both sides show the same. */
function clearCells(evidence: PictureEvidence, matches: readonly Match[]): readonly number[] {
  return evidence.cells.filter((cell) => {
    const { agreements, weights } = cellOver(evidence, matches, cell);
    return weights > TEXTURED * matches.length && agreements > CLEAR * weights;
  });
}

/** The pixels of cells, where both sides reach. */
function pixelsOf(
  cells: readonly number[],
  { width, height, reference, query }: PairedPictures,
): Uint32Array {
  const columns = width / CELL;
  const isUsed = new Uint8Array(columns * Math.ceil(height / CELL));
  for (const cell of cells) isUsed[cell] = 1;
  return Uint32Array.from({ length: width * height }, (_, at) => at).filter((at) => {
    const cell = Math.floor(Math.floor(at / width) / CELL) * columns + Math.floor((at % width) / CELL);
    return isUsed[cell] === 1 && !Number.isNaN(reference[at]! + query[at]!);
  });
}

/** Squared distance of every stage pixel from the middle of b's picture; 1 in its corners. */
function squaredDistances(
  { width, height }: PairedPictures,
  { stage: { toQuery } }: PictureEvidence,
  querySize: { readonly width: number; readonly height: number },
): Float32Array {
  const corner = (querySize.width ** 2 + querySize.height ** 2) / 4;
  return Float32Array.from({ length: width * height }, (_, at) => {
    const x = (at % width) - (width - 1) / 2;
    const y = Math.floor(at / width) - (height - 1) / 2;
    const [px, py] = [toQuery.a * x + toQuery.b * y + toQuery.c, toQuery.d * x + toQuery.e * y + toQuery.f];
    return (px * px + py * py) / corner;
  });
}

/** Least squares on the median pictures, reweighted (Tukey's biweight) so that overlays have no say. */
function solve(
  { reference, query }: PairedPictures,
  { clear, all }: { readonly clear: Uint32Array; readonly all: Uint32Array },
  distances: Float32Array,
  count: number,
): Solution {
  let terms: ArrayLike<number> = UNCHANGED.slice(0, count);
  let residual = 0;
  let ofClear: Solution = { terms, residual };
  let doubted = DOUBTED.first;
  const row = new Float64Array(count);
  const residuals = new Float64Array(clear.length);
  for (let round = 0; round < ROUNDS; round++) {
    const normal = new Float64Array(count * count);
    const right = new Float64Array(count);
    const heard = round < CLEAR_ROUNDS ? clear : all;
    for (const at of heard) {
      const departure =
        round === 0 ? 0 : (query[at]! - expected(terms, reference[at]!, distances[at]!)) / doubted;
      if (Math.abs(departure) >= 1) continue;
      const weight = (1 - departure ** 2) ** 2;
      fillRow(row, reference[at]!, distances[at]!);
      for (let i = 0; i < count; i++) {
        right[i] = right[i]! + weight * row[i]! * query[at]!;
        for (let j = i; j < count; j++)
          normal[i * count + j] = normal[i * count + j]! + weight * row[i]! * row[j]!;
      }
    }
    for (let i = 0; i < count; i++) {
      const hold = HOLD[i]! * heard.length + 1e-6;
      normal[i * count + i] = normal[i * count + i]! + hold;
      right[i] = right[i]! + hold * UNCHANGED[i]!;
    }
    terms = solveSymmetric(normal, right, count) ?? terms;
    for (let n = 0; n < clear.length; n++) {
      const at = clear[n]!;
      residuals[n] = Math.abs(query[at]! - expected(terms, reference[at]!, distances[at]!));
    }
    residuals.sort();
    residual = residuals[residuals.length >> 1] ?? 0;
    doubted = Math.max(DOUBTED.least, DOUBTED.medians * residual);
    if (round === CLEAR_ROUNDS - 1) ofClear = { terms, residual };
  }
  return residual > TAKEN_OVER * ofClear.residual ? ofClear : { terms, residual };
}

function fillRow(row: Float64Array, luma: number, distance: number): void {
  const u = (luma - 128) / 64;
  row[0] = 1;
  for (let i = 1; i < CURVE_TERMS; i++) row[i] = row[i - 1]! * u;
  for (let i = CURVE_TERMS, power = luma / 128; i < row.length; i++) {
    power *= distance;
    row[i] = power;
  }
}
