import type { AnalysisPlan } from "./decoded-media.js";

/** Frames of the plan's dense front. */
function denseFrames({ framesPerSecond, denseSeconds }: AnalysisPlan): number {
  return Math.round(framesPerSecond * denseSeconds);
}

/** The place of a frame, counted from 0, on the grid of `framesPerSecond`: every place of the front is taken, later every `laterEvery`th. */
export function placeOfFrame(plan: AnalysisPlan, frame: number): number {
  const dense = denseFrames(plan);
  return frame <= dense ? frame : dense + (frame - dense) * plan.laterEvery;
}

/** The last frame whose place is not after the given one; -1 where there is none. */
export function lastFrameUpTo(plan: AnalysisPlan, place: number): number {
  const dense = denseFrames(plan);
  return place <= dense ? place : dense + Math.floor((place - dense) / plan.laterEvery);
}

/** Whether the plan takes the frame at a place of the grid. */
export function isTaken(plan: AnalysisPlan, place: number): boolean {
  return placeOfFrame(plan, lastFrameUpTo(plan, place)) === place;
}

/** What ffmpeg's `select` filter keeps of the grid's frames. */
export function keptFrames(plan: AnalysisPlan): string {
  const dense = denseFrames(plan);
  return `lt(n\\,${dense})+not(mod(n-${dense}\\,${plan.laterEvery}))`;
}
