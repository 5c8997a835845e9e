import { ramp } from "../align/agreement.js";
import type { MovingStructure } from "./moving-structure.js";
import { liesAsTemplatesDo, liesAtOneScale, liesRowOnRow } from "./template-place.js";
import type { Transform } from "./verdict.js";

/** Correlation of motion from which footage begins to count as the same, and counts in full. Other takes reach 0.55, edits start at 0.5. */
const SAME_MOTION = { from: 0.55, full: 0.76 };

/** The same where what moves does not coincide: pages of one app and talkers of one template reach 0.8. */
const RESEMBLING_MOTION = { from: 0.8, full: 0.88 };

/** What is taken off the bar where what moves coincides without a doubt: a half-foreign moment at a cut, a caption that changes, move otherwise. */
const COINCIDING = 0.06;

/** Coincidence of what moves up to which it merely resembles, from which it is no objection, and from which it speaks for the footage. */
const COINCIDENCE = { resembles: 0.9, common: 0.94, certain: 0.96 };

/** Where what moves hardly coincides at all, however the pictures lie on each other: cars on two streets move alike up to 0.78. */
const UNLIKE_MOTION = { from: 0.72, full: 0.82 };

/** Coincidence up to which it hardly does, and from which it does well enough for what was moved, turned and covered. */
const UNLIKE = { hardly: 0.65, well: 0.75 };

/**
 * Coincidence of the best of what moves from which the rest is doubted less, and not at all: beside an overlay it is whole, between look-alikes it is
 * 0.97 at most.
 */
const UNTOUCHED = { from: 0.98, full: 0.993 };

/**
 * How far what moves coincides beyond what it does with its own next moment, as a share of what is left, from which it is doubted less, and not at all, where
 * samples of either side were taken at other times: there, what moves far lies elsewhere by a part of a step.
 */
const BEYOND_NEXT = { from: 0.55, full: 0.75 };

/**
 * Coincidence of what moves with its own next moment from which a creative holds still between its cuts, as slides do. Its samples are neither blurred nor
 * off by a part of a step, so an edit coincides as well as an encoder lets it, and decks of one design that turn their pages together are told by coinciding less.
 */
const HOLDS_STILL = { from: 0.93, full: 0.97 };

/** What is added there to the motion that what resembles or hardly coincides is asked for, and to the coincidence that is well enough. */
const HELD_STILL = { motion: 0.06, coincidence: 0.1 };

/** Cells that must move for their coincidence to be heard, and to be heard in full. */
const HEARD = { from: 1, full: 4 };

/** Correlations of motion, 0 to 1, from which footage begins to count as the same, and counts in full. */
export interface MotionBar {
  readonly from: number;
  readonly full: number;
}

/** The correlation of motion asked for, by how well what moves coincides and how the pictures lie on each other. */
export function motionBar(structure: MovingStructure, transform: Transform): MotionBar {
  const { coincidence, bestCoincidence, withNextMoment, besideEachOther, cells } = structure;
  const heard = ramp(cells, HEARD);
  const { resembles, common, certain } = COINCIDENCE;
  const beyondNext = (coincidence - withNextMoment) / Math.max(1e-6, 1 - withNextMoment);
  const excused = Math.max(ramp(bestCoincidence, UNTOUCHED), besideEachOther * ramp(beyondNext, BEYOND_NEXT));
  const resembling = (1 - excused) * (1 - ramp(coincidence, { from: resembles, full: common }));
  const doubt = heard * liesAsTemplatesDo(transform) * resembling;
  const relief =
    heard * liesAtOneScale(transform) * COINCIDING * ramp(coincidence, { from: common, full: certain });
  const still = ramp(withNextMoment, HOLDS_STILL) * liesRowOnRow(transform);
  const unlike =
    heard *
    Math.max(
      unlikeBelow(coincidence, 0),
      still * (1 - excused) * unlikeBelow(coincidence, HELD_STILL.coincidence),
    );
  const bar = (end: "from" | "full") => {
    const same = SAME_MOTION[end];
    const more = still * HELD_STILL.motion - same;
    const raised = Math.max(doubt * (RESEMBLING_MOTION[end] + more), unlike * (UNLIKE_MOTION[end] + more));
    return same + raised - relief;
  };
  return { from: bar("from"), full: bar("full") };
}

/** How far a coincidence is hardly one, 0 to 1, where so much more is asked for. */
function unlikeBelow(coincidence: number, more: number): number {
  return 1 - ramp(coincidence, { from: UNLIKE.hardly + more, full: UNLIKE.well + more });
}
