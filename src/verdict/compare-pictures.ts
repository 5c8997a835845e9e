import type { Evidence } from "../align/evidence.js";
import type { Match } from "../align/segments.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Affine } from "../picture/affine.js";
import { type ChangedPixels, findChanges, UNCHANGED } from "./changed-regions.js";
import { type CommonBand, findCommonBand } from "./common-band.js";
import { coincideWholly, decidingGround } from "./common-ground.js";
import { onQueryGrid } from "./compared-picture.js";
import { measureDepartures } from "./departures.js";
import { layPictures, settlePictures } from "./laid-pictures.js";
import { measureLostDetail } from "./lost-detail.js";
import { pairPictures, spread } from "./paired-pictures.js";
import { AS_SHARP, compareSharpness, type Sharpness } from "./sharpness.js";

/** What differs in the pictures of two creatives, once light and geometry are accounted for. */
export interface PictureComparison {
  readonly changes: ChangedPixels;
  /** The common footage as a band between others; undefined where it is none, or the bands are the same. */
  readonly band?: CommonBand;
  readonly sharpness: Sharpness;
  /** The map from the reference's pixels to the query's, settled without what was put on. */
  readonly map: Affine;
}

/** Turns that leave corners, degrees off an upright picture. */
const TURNED_DEGREES = 1;

/** Compares the given moments pixel by pixel. */
export function comparePictures(
  reference: Fingerprint,
  query: Fingerprint,
  evidence: Evidence,
  matches: readonly Match[],
  isSettling: boolean,
): PictureComparison {
  if (matches.length === 0) return { changes: UNCHANGED, sharpness: AS_SHARP, map: evidence.fit.map };
  const querySize = query.samples[0]!.picture;
  const looked = spread(matches);
  const first = layPictures(reference, query, evidence, looked);
  const laid = isSettling ? settlePictures(reference, query, first, looked) : first;
  const { reach, light, departures } = laid;
  const { stage, fit } = laid.evidence;
  const band = findCommonBand(reference, query, laid.evidence, looked, departures);
  const layouts = [reference.layout.kind, query.layout.kind];
  // Where a layout of three bands turns out not to matter, what it hid counts again; what was put on bars that both have is an overlay.
  const isWhole =
    band === undefined &&
    (layouts.includes("three-band") ||
      layouts.every((kind) => kind === "plain") ||
      coincideWholly(reference, query, fit.map));
  const ground = isWhole ? reach : decidingGround(reach, reference, query, stage, band?.rows);
  const pictures = isWhole ? laid.pictures : pairPictures(reference, query, laid.evidence, looked, ground);
  const lumaStep = Math.max(reference.pictureStep, query.pictureStep);
  const compared = isWhole ? departures : measureDepartures(pictures, light, lumaStep);
  const lostDetail = measureLostDetail(pictures, light, compared);
  const onQuery = (values: ArrayLike<number>) => onQueryGrid(values, stage, querySize);
  const changes = findChanges({
    width: querySize.width,
    departures: onQuery(compared),
    ...(lostDetail !== undefined && { lostDetail: onQuery(lostDetail) }),
    luma: onQuery(pictures.query),
    common: onQuery(reach),
    turned: Math.abs(offUpright(fit.map)) > TURNED_DEGREES,
  });
  const sharpness = compareSharpness(pictures, compared, fit.map);
  return { changes, sharpness, map: fit.map, ...(band !== undefined && { band }) };
}

/** How far a map turns a picture, degrees from the nearest quarter turn. */
function offUpright({ a, b, d, e }: Affine): number {
  const side = a * e - b * d < 0 ? -1 : 1;
  const degrees = (Math.atan2(side * d - b, side * a + e) * 180) / Math.PI;
  return degrees - 90 * Math.round(degrees / 90);
}
