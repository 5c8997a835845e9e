import type { Fingerprint, Sample } from "../fingerprint/fingerprint.js";
import type { Affine } from "../picture/affine.js";
import { keySamples } from "../signature/key-samples.js";
import { isInformative } from "./agreement.js";
import { agreementMatrix } from "./agreement-matrix.js";
import type { CellPicture } from "./cells.js";
import { drawCells } from "./drawn-cells.js";
import { CELL, layStage } from "./stage.js";

/** Moments of a creative that are glanced at: those least alike, of all of it and of its front half, which weighs most and which a new ending leaves. */
export interface GlanceMoments {
  readonly all: readonly Sample[];
  readonly front: readonly Sample[];
}

/** At most so many of each. */
const ALL_MOMENTS = 6;
const FRONT_MOMENTS = 4;

/** The moments of a creative that are glanced at. */
export function glanceMoments({ samples, durationSeconds }: Fingerprint): GlanceMoments {
  const front = samples.filter(({ timeSeconds }) => timeSeconds < durationSeconds / 2);
  return {
    all: keySamples(samples, ALL_MOMENTS),
    front: keySamples(front.length === 0 ? samples : front, FRONT_MOMENTS),
  };
}

/**
 * How far two creatives agree under a map at a glance, 0 to 1: how well their moments are met by any of the other side's, on average. What shares a look at one moment, or none but what
 * smooth pictures share, is told from an edit in a tenth of the time it takes to follow a map through time.
 */
export function agreementAtAGlance(reference: GlanceMoments, query: GlanceMoments, map: Affine): number {
  const stage = layStage(reference.all[0]!.picture, query.all[0]!.picture, map);
  if (stage === undefined) return 0;
  const cells = Array.from({ length: (stage.width * stage.height) / CELL ** 2 }, (_, cell) => cell);
  const cut = (side: GlanceMoments, toSide: Affine): Glimpses => {
    const samples = [...new Set([...side.all, ...side.front])];
    const pictures = drawCells(
      stage,
      samples.map(({ picture }) => picture),
      toSide,
    );
    const telling = pictures.map((picture) => isInformative(picture, cells));
    const places = (moments: readonly Sample[]) =>
      moments.map((sample) => samples.indexOf(sample)).filter((place) => telling[place]!);
    return { pictures, all: places(side.all), front: places(side.front) };
  };
  const [p, q] = [cut(reference, stage.toReference), cut(query, stage.toQuery)];
  const agreements = agreementMatrix(p.pictures, q.pictures, cells, 1);
  const forward = (one: number, other: number) => agreements[one * q.pictures.length + other]! || 0;
  const backward = (one: number, other: number) => forward(other, one);
  return (metBy(p, q, forward) + metBy(q, p, backward)) / 2;
}

/** The pictures of a side's moments, and which of them have structure enough to prove anything. */
interface Glimpses {
  readonly pictures: readonly CellPicture[];
  readonly all: readonly number[];
  readonly front: readonly number[];
}

/** How well a side's moments are met, those of its front half counting once more; 0 for a side that proves nothing. */
function metBy(
  side: Glimpses,
  { all, front }: Glimpses,
  agreement: (one: number, other: number) => number,
): number {
  const others = [...all, ...front];
  const mean = (pictures: readonly number[], among: readonly number[]) =>
    pictures.reduce(
      (sum, one) => sum + among.reduce((most, other) => Math.max(most, agreement(one, other)), 0),
      0,
    ) / Math.max(1, pictures.length);
  return (mean(side.all, all) + mean(side.front, others)) / 2;
}
