import type { PairTruth } from "../../../samples/truth/truth-file.js";
import { IDENTITY_TRANSFORM, type Transform } from "../../../src/verdict/verdict.js";

/** How b was really made from a, as the truth file has it. */
export type EditTruth = NonNullable<PairTruth["truth"]>;

/** What a truth file and a verdict both state of a transform. */
export type StatedTransform = Pick<
  Transform,
  "mirrored" | "angleDegrees" | "zoom" | "speed" | "offsetSeconds"
>;

/** What is asked of a reported transform, each with what may be off. */
export const TRANSFORM_PARTS = {
  mirror: "exact",
  "quarter turn": "exact",
  angle: "±2°",
  zoom: "±5 %",
  speed: "±3 %",
  offset: "±0.5 s",
} as const;

/** One number or word of a transform. */
export type TransformPart = keyof typeof TRANSFORM_PARTS;

const ANGLE_DEGREES = 2;
const ZOOM_SHARE = 0.05;
const SPEED_SHARE = 0.03;
const OFFSET_SECONDS = 0.5;
/** Beyond binary fractions: a bound that is just met is met. */
const SLACK = 1e-9;

/**
 * Which parts of a reported transform are right. Where an edit left pieces of the original at several places in time, the
 * report states one line through them, and the offset of any of the pieces will do.
 */
export function rightParts(real: EditTruth, told: StatedTransform): Record<TransformPart, boolean> {
  const angle = Math.abs(((told.angleDegrees - real.angleDegrees + 540) % 360) - 180);
  const offsets = real.stretches.map(offsetOf);
  return {
    mirror: told.mirrored === real.mirrored,
    "quarter turn": quarterTurns(told.angleDegrees) === quarterTurns(real.angleDegrees),
    angle: angle <= ANGLE_DEGREES + SLACK,
    zoom: isWithinShare(told.zoom, real.zoom, ZOOM_SHARE),
    speed: isWithinShare(told.speed, real.speed, SPEED_SHARE),
    offset: offsets.some((offset) => Math.abs(told.offsetSeconds - offset) <= OFFSET_SECONDS + SLACK),
  };
}

/** Which parts the edit really changed: all others are right when nothing is said of them. */
export function changedParts(real: EditTruth): Record<TransformPart, boolean> {
  const untouched = rightParts(real, IDENTITY_TRANSFORM);
  const changed = Object.entries(untouched).map(([part, isRight]) => [part, !isRight]);
  return Object.fromEntries(changed) as Record<TransformPart, boolean>;
}

/** Time of a's first picture on b's clock, seconds, if b had played this stretch from there on. */
function offsetOf({ a, b }: EditTruth["stretches"][number]): number {
  const speed = (a[1] - a[0]) / (b[1] - b[0]);
  return b[0] - a[0] / speed;
}

function quarterTurns(angleDegrees: number): number {
  return (Math.round(angleDegrees / 90) + 4) % 4;
}

function isWithinShare(told: number, real: number, share: number): boolean {
  return Math.abs(told / real - 1) <= share + SLACK;
}
