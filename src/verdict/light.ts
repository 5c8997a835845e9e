import { ramp } from "../align/agreement.js";
import type { Evidence } from "../align/evidence.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";

/** How light and colour differ between two creatives of the same footage. */
export interface LightChange {
  /** Mean luma of b less that of a over the matched moments, share of full scale, -1 to 1. */
  readonly brightness: number;
  /** Contrast of b over that of a. */
  readonly contrast: number;
  /** Distance of the mean colours in the chroma plane, levels. */
  readonly colour: number;
  /** 0 (as before) to 1 (changed beyond doubt). */
  readonly change: number;
}

/** Differences that re-encoding makes as well, and those it never makes. */
const BRIGHTNESS = { from: 0.025, full: 0.06 };
const CONTRAST = { from: 0.07, full: 0.18 };
const COLOUR = { from: 2.5, full: 6 };

/** Compares brightness, contrast and colour over the matched moments. */
export function compareLight(reference: Fingerprint, query: Fingerprint, { lines, fit, referenceLevels, queryLevels }: Evidence): LightChange {
  const matches = lines.flatMap((line) => line.matches);
  const count = Math.max(1, matches.length);
  let luma = 0;
  let blue = 0;
  let red = 0;
  for (const match of matches) {
    const a = reference.samples[match.reference]!;
    const b = query.samples[match.query]!;
    luma += queryLevels[match.query]! - referenceLevels[match.reference]!;
    blue += b.chromaBlue - a.chromaBlue;
    red += b.chromaRed - a.chromaRed;
  }
  const brightness = luma / count / 255;
  const colour = Math.hypot(blue / count, red / count);
  const change = Math.max(
    ramp(Math.abs(brightness), BRIGHTNESS),
    ramp(Math.abs(Math.log(fit.gain)), CONTRAST),
    ramp(colour, COLOUR),
  );
  return { brightness, contrast: fit.gain, colour, change };
}
