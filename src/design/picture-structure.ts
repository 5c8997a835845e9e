import type { Picture, Region } from "../picture/picture.js";

/** What one picture is made of. */
export interface PictureStructure {
  /**
   * Strength of its finest structure over that of its slopes: about 0.2 of a blurred picture, 0.5 to 1.5 of footage, above of print.
   * Undefined where there is next to nothing in it.
   */
  readonly sharpness?: number;
  /** Share of its pixels, 0 to 1, that have the commonest tone or one beside it. */
  readonly plainShare: number;
}

/** Mean slope over four pixels, grey values, below which a picture shows too little for its sharpness to be told. */
const LEAST_SLOPE = 4;

/** Grey values of one tone; two neighbouring ones are taken together. */
const TONE = 8;

/** Pixels from the edge that are left out: they lack neighbours. */
const EDGE = 2;

/** Measures the part of a picture that lies in a region. */
export function measureStructure({ width, height, luma }: Picture, content: Region): PictureStructure {
  const left = Math.round(content.x * width);
  const top = Math.round(content.y * height);
  const right = Math.round((content.x + content.width) * width);
  const bottom = Math.round((content.y + content.height) * height);
  const tones = new Uint32Array(256 / TONE + 1);
  let [fine, broad, looked] = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      tones[Math.floor(luma[at]! / TONE)]! += 1;
      if (x < left + EDGE || x >= right - EDGE || y < top + EDGE || y >= bottom - EDGE) continue;
      const laplacian = 4 * luma[at]! - luma[at - 1]! - luma[at + 1]! - luma[at - width]! - luma[at + width]!;
      const across = luma[at + 2]! - luma[at - 2]!;
      const down = luma[at + 2 * width]! - luma[at - 2 * width]!;
      fine += laplacian * laplacian;
      broad += across * across + down * down;
      looked++;
    }
  }
  const commonest = Math.max(...tones.map((count, tone) => count + (tones[tone + 1] ?? 0)));
  const plainShare = commonest / Math.max(1, (right - left) * (bottom - top));
  return broad < looked * LEAST_SLOPE ** 2 || looked === 0
    ? { plainShare }
    : { plainShare, sharpness: Math.sqrt(fine / broad) };
}
