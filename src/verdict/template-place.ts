import { ramp } from "../align/agreement.js";
import type { Transform } from "./verdict.js";

/** Scale and stretch, either way, and angle up to which a template lies on itself, and from which a common template explains nothing. */
const ZOOM = { same: 1.08, other: 1.16 };
const STRETCH = { same: 1.05, other: 1.13 };
const ANGLE_DEGREES = { same: 2, other: 5 };

/** Angle and stretch up to which a fit may move rows that it laid on other rows, and from which it does not. */
const UPRIGHT_DEGREES = { same: 5, other: 10 };
const ROW_STRETCH = { same: 1.12, other: 1.2 };

/**
 * How far two creatives lie on each other as those of one template do, 0 to 1: upright, unmirrored, at one scale. What was turned, mirrored, stretched or
 * zoomed and still moves alike was made of the other.
 */
export function liesAsTemplatesDo(
  transform: Pick<Transform, "mirrored" | "angleDegrees" | "zoom" | "stretch">,
): number {
  const { mirrored, angleDegrees, stretch } = transform;
  if (mirrored) return 0;
  return (
    liesAtOneScale(transform) *
    within(Math.max(stretch, 1 / stretch), STRETCH) *
    within(Math.abs(angleDegrees), ANGLE_DEGREES)
  );
}

/** How far two creatives lie on each other at one scale, 0 to 1: beyond it small print blurs, and what moves coincides worse. */
export function liesAtOneScale({ zoom }: Pick<Transform, "zoom">): number {
  return within(Math.max(zoom, 1 / zoom), ZOOM);
}

/** How far two creatives lie on each other as rows of one design on rows, if not on the same ones, 0 to 1: unmirrored, hardly turned, stretched or zoomed. */
export function liesRowOnRow(
  transform: Pick<Transform, "mirrored" | "angleDegrees" | "zoom" | "stretch">,
): number {
  const { mirrored, angleDegrees, stretch } = transform;
  if (mirrored) return 0;
  return (
    liesAtOneScale(transform) *
    within(Math.max(stretch, 1 / stretch), ROW_STRETCH) *
    within(Math.abs(angleDegrees), UPRIGHT_DEGREES)
  );
}

const within = (value: number, { same, other }: { readonly same: number; readonly other: number }) =>
  1 - ramp(value, { from: same, full: other });
