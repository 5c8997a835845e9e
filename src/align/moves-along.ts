import type { Moments } from "./moments.js";
import { MOVING, momentOn, type TimeLine } from "./time-line.js";

/** Samples on either side that are heard with a moment: one alone is too little to tell. */
const AROUND = 1;

/** Correlation of what moves below which it is another motion. */
const OTHERWISE = 0.2;

/** Whether what moves at a reference sample moves along with the query on a line, or is too little to tell. */
export function movesAlong(moments: Moments, line: TimeLine, i: number): boolean {
  let [common, strengths, counted] = [0, 0, 0];
  const last = Math.min(moments.referenceTimes.length - 1, i + AROUND);
  for (let k = Math.max(0, i - AROUND); k <= last; k++) {
    const moment = momentOn(moments, line, k);
    if (moment === undefined) continue;
    common += moment.motion;
    strengths += moments.referenceMotion[k]! * moment.queryMotion;
    counted++;
  }
  return Math.sqrt(strengths / Math.max(1, counted)) < MOVING.full || common >= OTHERWISE * strengths;
}
