import type { Region } from "../../src/picture/picture.js";
import type { Clip } from "./clip.js";
import { ground, VERTICAL } from "./footage.js";
import { contains } from "./picture-edits.js";

/** The clip inside a region of a picture of another shape, something else around it. */
function placed(clip: Clip, aspect: number, region: Region, around: Clip["lumaAt"]): Clip {
  return {
    ...clip,
    aspect,
    lumaAt: (x, y, t) =>
      contains(region, x, y)
        ? clip.lumaAt((x - region.x) / region.width, (y - region.y) / region.height, t)
        : around(x, y, t),
  };
}

/** Where a picture of one shape lies in the middle of another, as large as it fits. */
export function fitted(inner: number, outer: number): Region {
  const width = Math.min(1, inner / outer);
  const height = Math.min(1, outer / inner);
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** Bars of one luma above and below, or left and right. */
export function padded(clip: Clip, aspect: number, luma = 0): Clip {
  return placed(clip, aspect, fitted(clip.aspect, aspect), () => luma);
}

/** Where a blur looks, shares of the copy's sides. */
const TAPS = [-0.1, -0.06, -0.02, 0.02, 0.06, 0.1];

/** The clip before a blurred copy of itself that fills the picture. */
export function blurPadded(clip: Clip, aspect: number): Clip {
  const shown = { x: Math.min(1, aspect / clip.aspect), y: Math.min(1, clip.aspect / aspect) };
  const edge = (share: number) => Math.min(0.999, Math.max(0, share));
  return placed(clip, aspect, fitted(clip.aspect, aspect), (x, y, t) => {
    let sum = 0;
    for (const dx of TAPS) {
      for (const dy of TAPS)
        sum += clip.lumaAt(edge(0.5 + (x - 0.5) * shown.x + dx), edge(0.5 + (y - 0.5) * shown.y + dy), t);
    }
    return sum / TAPS.length ** 2;
  });
}

/** A frame of one luma on all four sides, `margin` of each side wide. */
export function framed(clip: Clip, margin: number, luma = 250): Clip {
  const inside = { x: margin, y: margin, width: 1 - 2 * margin, height: 1 - 2 * margin };
  return placed(clip, clip.aspect, inside, () => luma);
}

/**
 * The clip as the middle one of three stacked bands in an upright picture; the seed says what the fixed bands show, `top` how much of their height the
 * upper one has.
 */
export function threeBand(clip: Clip, template: number, top = 0.5): Clip {
  const paint = ground(9500 + template);
  const middle = fitted(clip.aspect, VERTICAL);
  const place = { ...middle, y: 2 * top * middle.y };
  return placed(clip, VERTICAL, place, (x, y) => paint(x, y / VERTICAL));
}
