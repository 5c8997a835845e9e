import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import { CELL } from "../align/stage.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Rows } from "./agreeing-rows.js";
import { type ChangedPixels, findChanges, UNCHANGED } from "./changed-regions.js";
import { type CommonBand, findCommonBand } from "./common-band.js";
import { measureDepartures } from "./departures.js";
import { fitLight } from "./light-map.js";
import { pairPictures } from "./paired-pictures.js";
import { AS_SHARP, compareSharpness, type Sharpness } from "./sharpness.js";

/** Rows at a band's edges that are mixed with what lies beside it. */
const EDGE_ROWS = 2;

/** What differs in the pictures of two creatives, once light and geometry are accounted for. */
export interface PictureComparison {
  readonly changes: ChangedPixels;
  /** The common footage as a band between others; undefined where it is none, or the bands are the same. */
  readonly band?: CommonBand;
  readonly sharpness: Sharpness;
}

/** Compares the given moments pixel by pixel. */
export function comparePictures(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: Evidence,
  matches: readonly Match[],
): PictureComparison {
  if (matches.length === 0) return { changes: UNCHANGED, sharpness: AS_SHARP };
  const querySize = query.samples[0]!.picture;
  const pictures = pairPictures(evidence, matches);
  const light = fitLight(pictures, evidence, matches, querySize);
  const lumaStep = Math.max(reference.pictureStep, query.pictureStep);
  const departures = measureDepartures(pictures, light, lumaStep);
  const band = findCommonBand(reference, query, evidence, matches, departures);
  const isThreeBand = [reference, query].some(({ layout }) => layout.kind === "three-band");
  // Where a layout of three bands turns out not to matter, what it hid counts again.
  const compared =
    band === undefined && isThreeBand ? departures : withinDeciding(departures, evidence, band?.rows);
  const changes = findChanges(compared, evidence.stage, querySize);
  const sharpness = compareSharpness(pictures, compared, evidence.fit.map);
  return { changes, sharpness, ...(band !== undefined && { band }) };
}

/** The departures of cells that decide, in the rows of a common band where there is one; those on an edge are mixed with what lies beside them. */
function withinDeciding(
  departures: Float32Array,
  { stage: { width, height }, cells }: Evidence,
  band: Rows = { from: -EDGE_ROWS, to: height + EDGE_ROWS },
): Float32Array {
  const columns = width / CELL;
  const deciding = new Set(cells);
  const isIn = (x: number, y: number) =>
    x >= 0 &&
    y >= 0 &&
    x < width &&
    y < height &&
    deciding.has(Math.floor(y / CELL) * columns + Math.floor(x / CELL));
  return departures.map((departure, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isInner = isIn(x - 1, y - 1) && isIn(x + 1, y - 1) && isIn(x - 1, y + 1) && isIn(x + 1, y + 1);
    return isInner && y >= band.from + EDGE_ROWS && y < band.to - EDGE_ROWS ? departure : Number.NaN;
  });
}
