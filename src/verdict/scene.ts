import type { FootageMeasures } from "./footage.js";
import type { LightChange } from "./light.js";
import type { Transform } from "./verdict.js";

/** Mean agreement from which a scene counts as the same. */
const SAME_SCENE = 0.65;

/** Distance of the mean colours, chroma levels, that another person's clothes make; another room's walls make more. */
const SAME_COLOUR = 10;

/** How far one camera set-up may differ between two takes: a step nearer, a tilt; nobody films stretched or mirrored. */
const SET_UP = { angleDegrees: 4, zoom: 1.2, stretch: 1.04 };

const within = (ratio: number, most: number): boolean => ratio < most && ratio > 1 / most;

/** Whether a transform is what two takes of one scene may differ by; an editor's mirror, turn or stretch is not. */
export function isSameSetUp({ mirrored, angleDegrees, zoom, stretch }: Transform): boolean {
  return (
    !mirrored &&
    Math.abs(angleDegrees) < SET_UP.angleDegrees &&
    within(zoom, SET_UP.zoom) &&
    within(stretch, SET_UP.stretch)
  );
}

/**
 * Whether two creatives that do not show the same footage may show the same scene, filmed again (rules 5 and 6). What has to be mirrored,
 * turned or stretched to look alike is not: two fixed templates, say, or two compositions that happen to resemble each other.
 */
export function isSameScene(
  footage: FootageMeasures,
  transform: Transform,
  { colour }: Pick<LightChange, "colour">,
): boolean {
  return (
    footage.agreement >= SAME_SCENE &&
    footage.sameFootage < 0.5 &&
    colour < SAME_COLOUR &&
    isSameSetUp(transform)
  );
}
