import { ramp } from "../align/agreement.js";
import type { Affine } from "../picture/affine.js";
import type { PairedPictures } from "./paired-pictures.js";

/** How sharp b is against a. */
export interface Sharpness {
  /** Strength of fine structure of b over that of a, each against its broader structure; 1 where both are as sharp. */
  readonly ratio: number;
  /** 0 (as sharp as encoding again leaves it) to 1 (blurred beyond doubt). */
  readonly softened: number;
}

/**
 * Ratio below which an encoder does not come, and from which a blur is certain. A blur of 2.2 pixels on a picture of 480 leaves 0.93 to 0.975; what is
 * encoded again, at other rates or at half the size, keeps 0.977 and more, nearly always 0.985.
 */
const SOFT = { from: 0.983, full: 0.967 };

/** Departure above which a pixel is not the footage's own. */
const FOREIGN = 1.5;

/** Pixels from the edge that are left out: they lack neighbours, or are mixed with what lies beside the picture. */
const EDGE = 2;

/** Nothing is known against it. */
export const AS_SHARP: Sharpness = { ratio: 1, softened: 0 };

/** Pixels by which b's corners may be off a's for their sharpness to be compared. */
const PIXEL_ON_PIXEL = 0.3;

/** Compares the fine structure of both sides (their Laplacians) against their slopes, where nothing was laid over. */
export function compareSharpness(pictures: PairedPictures, departures: Float32Array, map: Affine): Sharpness {
  const { width, height, moments } = pictures;
  // Drawing between pixels or moments softens as well, on one side only.
  if (displacement(map, width, height) > PIXEL_ON_PIXEL) return AS_SHARP;
  const whole = moments.filter(({ blended }) => !blended);
  const fine = { reference: 0, query: 0 };
  const broad = { reference: 0, common: 0 };
  for (let y = EDGE; y < height - EDGE; y++) {
    for (let x = EDGE; x < width - EDGE; x++) {
      const at = y * width + x;
      if (!(departures[at]! < FOREIGN)) continue;
      for (const { reference, query } of whole) {
        const p = laplacian(reference, at, width);
        const q = laplacian(query, at, width);
        const common =
          slope(reference, at, 1) * slope(query, at, 1) +
          slope(reference, at, width) * slope(query, at, width);
        if (Number.isNaN(p + q + common)) continue;
        fine.reference += p * p;
        fine.query += q * q;
        broad.reference += slope(reference, at, 1) ** 2 + slope(reference, at, width) ** 2;
        broad.common += common;
      }
    }
  }
  const contrast = broad.common / broad.reference;
  const ratio = Math.sqrt(fine.query / fine.reference) / contrast;
  return ratio > 0 && Number.isFinite(ratio)
    ? { ratio, softened: 1 - ramp(ratio, { from: SOFT.full, full: SOFT.from }) }
    : AS_SHARP;
}

/** How far a map leads the corners of a picture from where they were, pixels. */
function displacement({ a, b, c, d, e, f }: Affine, width: number, height: number): number {
  return Math.max(
    Math.abs(c) + (Math.abs(a - 1) * width + Math.abs(b) * height) / 2,
    Math.abs(f) + (Math.abs(d) * width + Math.abs(e - 1) * height) / 2,
  );
}

function laplacian(values: Float32Array, at: number, width: number): number {
  return 4 * values[at]! - values[at - 1]! - values[at + 1]! - values[at - width]! - values[at + width]!;
}

/** Difference over four pixels, across with `step` 1 or down with the width. */
function slope(values: Float32Array, at: number, step: number): number {
  return values[at + 2 * step]! - values[at - 2 * step]!;
}
