import { ramp } from "../align/agreement.js";
import type { Transform } from "./verdict.js";

/** How far a map may stretch, either way, and turn as two creatives lie on each other by themselves, and from where it says that one was made of the other. */
interface Play {
  readonly stretch: { readonly same: number; readonly other: number };
  readonly angleDegrees: { readonly same: number; readonly other: number };
}

/** What a common template explains. */
const TEMPLATE: Play = { stretch: { same: 1.05, other: 1.13 }, angleDegrees: { same: 2, other: 5 } };

/** What a fit does to rows that it laid on other rows. */
const ROWS: Play = { stretch: { same: 1.12, other: 1.2 }, angleDegrees: { same: 5, other: 10 } };

/** Scale, either way, up to which pictures are of one size, and from which they are not. */
const ZOOM = { same: 1.08, other: 1.16 };

/** What of a transform says how two creatives lie on each other. */
type Place = Pick<Transform, "mirrored" | "angleDegrees" | "zoom" | "stretch">;

/**
 * How far two creatives lie on each other as those of one template do, 0 to 1: upright, unmirrored, at one scale. What was turned, mirrored, stretched or
 * zoomed and still moves alike was made of the other.
 */
export function liesAsTemplatesDo(place: Place): number {
  return liesWithin(place, TEMPLATE);
}

/** How far two creatives lie on each other as rows of one design on rows, if not on the same ones, 0 to 1: unmirrored, hardly turned, stretched or zoomed. */
export function liesRowOnRow(place: Place): number {
  return liesWithin(place, ROWS);
}

/** How far two creatives lie on each other at one scale, 0 to 1: beyond it small print blurs, and what moves coincides worse. */
export function liesAtOneScale({ zoom }: Pick<Transform, "zoom">): number {
  return within(Math.max(zoom, 1 / zoom), ZOOM);
}

function liesWithin(place: Place, play: Play): number {
  if (place.mirrored) return 0;
  return (
    liesAtOneScale(place) *
    within(Math.max(place.stretch, 1 / place.stretch), play.stretch) *
    within(Math.abs(place.angleDegrees), play.angleDegrees)
  );
}

const within = (value: number, { same, other }: { readonly same: number; readonly other: number }) =>
  1 - ramp(value, { from: same, full: other });
