import type { Picture } from "../picture/picture.js";

/** Luma levels. */
const LEVELS = 256;

/** The standard deviation of ranks from 0 to 1, when each is as frequent. */
const RANK_DEVIATION = Math.sqrt(1 / 12);

/**
 * The picture with its tones half as they are and half equalised (histogram equalisation: a level becomes its rank among all pixels), at the mean and contrast it
 * has. What is laid over a picture, a white sticker or a black title bar, weighs no more then than the tones of the picture itself; see DECISIONS.md. A flat picture stays flat.
 */
export function evenToned({ width, height, luma }: Picture): Picture {
  const tones = evenTones(luma);
  return { width, height, luma: luma.map((level) => tones[level]!) };
}

/** What each level becomes. */
function evenTones(luma: Uint8Array): Uint8ClampedArray {
  const pixels = new Uint32Array(LEVELS);
  for (const level of luma) pixels[level]!++;
  let sum = 0;
  let squares = 0;
  for (let level = 0; level < LEVELS; level++) {
    sum += pixels[level]! * level;
    squares += pixels[level]! * level * level;
  }
  const mean = sum / luma.length;
  const deviation = Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
  const tones = new Uint8ClampedArray(LEVELS);
  let darker = 0;
  for (let level = 0; level < LEVELS; level++) {
    const rank = (darker + pixels[level]! / 2) / luma.length;
    tones[level] = (level + mean + (deviation / RANK_DEVIATION) * (rank - 0.5)) / 2;
    darker += pixels[level]!;
  }
  return tones;
}
