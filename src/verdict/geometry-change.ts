import { ramp } from "../align/agreement.js";
import type { Transform } from "./verdict.js";

/** Departures from identity that a re-encode's rounding makes as well, and those it never makes. */
const ANGLE_DEGREES = { from: 1, full: 2.5 };
const ZOOM = { from: 0.03, full: 0.07 };
const STRETCH = { from: 0.04, full: 0.1 };
const HIDDEN = { from: 0.05, full: 0.12 };

/** How far a transform moves, turns, scales or cuts the picture, 0 to 1; `shared` is the share of the smaller overlap. */
export function geometryChange(transform: Transform, shared: number): number {
  return Math.max(
    transform.mirrored ? 1 : 0,
    ramp(Math.abs(transform.angleDegrees), ANGLE_DEGREES),
    ramp(Math.abs(Math.log(transform.zoom)), ZOOM),
    ramp(Math.abs(Math.log(transform.stretch)), STRETCH),
    ramp(1 - shared, HIDDEN),
  );
}
