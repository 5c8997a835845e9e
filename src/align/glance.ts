import type { Fingerprint, Sample } from "../fingerprint/fingerprint.js";
import type { Affine } from "../picture/affine.js";
import { keySamples } from "../signature/key-samples.js";
import { isInformative, pictureAgreement } from "./agreement.js";
import { type CellPicture, cutCells } from "./cells.js";
import { CELL, drawOnStage, layStage } from "./stage.js";

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
    const pictures = new Map(
      [...side.all, ...side.front].map((sample) => [
        sample,
        cutCells(stage, drawOnStage(stage, sample.picture, toSide)),
      ]),
    );
    const telling = (samples: readonly Sample[]) =>
      samples.map((sample) => pictures.get(sample)!).filter((picture) => isInformative(picture, cells));
    return { all: telling(side.all), front: telling(side.front) };
  };
  const [p, q] = [cut(reference, stage.toReference), cut(query, stage.toQuery)];
  const agreements = new Map<CellPicture, Map<CellPicture, number>>();
  for (const one of new Set([...p.all, ...p.front])) {
    const row = new Map<CellPicture, number>();
    for (const other of new Set([...q.all, ...q.front]))
      row.set(other, pictureAgreement(one, other, cells, 1) || 0);
    agreements.set(one, row);
  }
  const forward = (one: CellPicture, other: CellPicture) => agreements.get(one)!.get(other)!;
  const backward = (one: CellPicture, other: CellPicture) => forward(other, one);
  return (metBy(p, q, forward) + metBy(q, p, backward)) / 2;
}

/** The pictures of a side's moments that have structure enough to prove anything. */
interface Glimpses {
  readonly all: readonly CellPicture[];
  readonly front: readonly CellPicture[];
}

/** How well a side's moments are met, those of its front half counting once more; 0 for a side that proves nothing. */
function metBy(
  side: Glimpses,
  { all, front }: Glimpses,
  agreement: (one: CellPicture, other: CellPicture) => number,
): number {
  const others = [...all, ...front];
  const mean = (pictures: readonly CellPicture[], among: readonly CellPicture[]) =>
    pictures.reduce(
      (sum, one) => sum + among.reduce((most, other) => Math.max(most, agreement(one, other)), 0),
      0,
    ) / Math.max(1, pictures.length);
  return (mean(side.all, all) + mean(side.front, others)) / 2;
}
