import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { sampleAt } from "../fingerprint/sampling-policy.js";
import type { Affine } from "../picture/affine.js";
import { isInformative } from "./agreement.js";
import { agreementMatrix } from "./agreement-matrix.js";
import type { CellPicture } from "./cells.js";
import { type CommonMotion, measureCommonMotion } from "./common-motion.js";
import { decidingCells } from "./deciding-cells.js";
import { drawCells } from "./drawn-cells.js";
import type { Fit } from "./fit.js";
import type { Moments } from "./moments.js";
import { motionPictures } from "./motion.js";
import { productMatrix } from "./product-matrix.js";
import { type MatchedLine, matchInTime } from "./segments.js";
import { layStage, type Stage } from "./stage.js";

/** Two creatives laid on each other in space and time, and what agrees. */
export interface Evidence {
  readonly fit: Fit;
  /** Contrast of the query over that of the reference, over all of their time. */
  readonly gain: number;
  readonly stage: Stage;
  /** Cells of the stage that decide. */
  readonly cells: readonly number[];
  readonly referenceCells: readonly CellPicture[];
  readonly queryCells: readonly CellPicture[];
  readonly moments: Moments;
  readonly lines: readonly MatchedLine[];
  /** What moves on both sides over the matched moments. */
  readonly commonMotion: CommonMotion;
}

/**
 * Cells that must decide for a way to tell anything. Of 1,069 true pairs the lowest has 6 and the next 8; a road on which nothing comes, laid across a dark band so that one cell was left, passed for a
 * duplicate by how that one moved.
 */
const LEAST_CELLS = 4;

/** Lays the query on the reference by a fitted map; undefined where they hardly overlap, or next to nothing of it decides. */
export function gatherEvidence(reference: Fingerprint, query: Fingerprint, fit: Fit): Evidence | undefined {
  const stage = layStage(reference.samples[0]!.picture, query.samples[0]!.picture, fit.map);
  if (stage === undefined) return undefined;
  const draw = ({ samples }: Fingerprint, map: Affine) =>
    drawCells(
      stage,
      samples.map(({ picture }) => picture),
      map,
    );
  const referenceCells = draw(reference, stage.toReference);
  const queryCells = draw(query, stage.toQuery);
  const isSeen = (cell: number) =>
    referenceCells[0]!.deviation[cell]! >= 0 && queryCells[0]!.deviation[cell]! >= 0;
  const cells = decidingCells(stage, reference, query).filter(isSeen);
  if (cells.length < LEAST_CELLS) return undefined;
  const referenceMotion = motionPictures(referenceCells, timesOf(reference), cells);
  const queryMotion = motionPictures(queryCells, timesOf(query), cells);
  const gain = contrastGain(referenceCells, queryCells, cells);
  const moments: Moments = {
    referenceTimes: timesOf(reference),
    queryTimes: timesOf(query),
    referenceSeconds: secondsOf(reference),
    querySeconds: secondsOf(query),
    referenceInformative: referenceCells.map((picture) => isInformative(picture, cells)),
    queryInformative: queryCells.map((picture) => isInformative(picture, cells)),
    agreement: agreementMatrix(referenceCells, queryCells, cells, gain),
    motion: productMatrix(referenceMotion.differences, queryMotion.differences).map((each) => each / gain),
    referenceMotion: referenceMotion.strength,
    queryMotion: queryMotion.strength.map((strength) => strength / gain),
  };
  const lines = matchInTime(moments);
  return {
    fit,
    gain,
    stage,
    cells,
    referenceCells,
    queryCells,
    moments,
    lines,
    commonMotion: measureCommonMotion(
      { pictures: referenceMotion.pictures, times: moments.referenceTimes },
      queryMotion.pictures,
      lines,
      gain,
    ),
  };
}

const timesOf = ({ samples }: Fingerprint) => samples.map(({ timeSeconds }) => timeSeconds);

const secondsOf = ({ samples }: Fingerprint) =>
  samples.map(({ timeSeconds }) => sampleAt(timeSeconds).sampleSeconds);

/** Bounds of a gain that light or an editor makes. */
const GAIN = { least: 0.3, most: 3 };

function contrastGain(
  reference: readonly CellPicture[],
  query: readonly CellPicture[],
  cells: readonly number[],
): number {
  const mean = (side: readonly CellPicture[]) =>
    side.reduce((sum, { deviation }) => cells.reduce((inner, cell) => inner + deviation[cell]!, sum), 0) /
    side.length;
  const gain = mean(query) / Math.max(1e-6, mean(reference));
  return Math.min(GAIN.most, Math.max(GAIN.least, gain));
}
