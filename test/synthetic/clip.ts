import { ANALYSIS_PLAN } from "../../src/fingerprint/sampling-policy.js";
import type { DecodedFrame } from "../../src/media/decoded-media.js";
import { isTaken } from "../../src/media/frame-grid.js";
import type { Picture } from "../../src/picture/picture.js";

/** A video as a function: any size, any moment. Edits are functions from clip to clip. */
export interface Clip {
  /** Width over height. */
  readonly aspect: number;
  readonly seconds: number;
  /** Mean chroma, 0 to 255; grey unless said. */
  readonly chromaBlue?: number;
  readonly chromaRed?: number;
  /** Luma at a place (shares of the picture from the top left, 0 to 1) and a time in seconds; clipped to 0 to 255 when drawn. */
  lumaAt(x: number, y: number, seconds: number): number;
}

/** The longer side that frames have when they come out of the decoder, pixels. */
const LONG_SIDE = 128;

/** A clip at one moment. */
export function drawPicture(clip: Clip, seconds: number, longSide = LONG_SIDE): Picture {
  const width = Math.round(clip.aspect < 1 ? longSide * clip.aspect : longSide);
  const height = Math.round(clip.aspect < 1 ? longSide : longSide / clip.aspect);
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = clip.lumaAt((x + 0.5) / width, (y + 0.5) / height, seconds);
      luma[y * width + x] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
  return { width, height, luma };
}

/** The frames of a clip as the decoder gives them, from time 0 on. */
export function drawFrames(clip: Clip): DecodedFrame[] {
  const { framesPerSecond } = ANALYSIS_PLAN;
  const places = Array.from(
    { length: Math.max(1, Math.round(clip.seconds * framesPerSecond)) },
    (_, at) => at,
  );
  return places
    .filter((place) => isTaken(ANALYSIS_PLAN, place))
    .map((place) => ({
      timeSeconds: place / framesPerSecond,
      picture: drawPicture(clip, place / framesPerSecond),
      chromaBlue: clip.chromaBlue ?? 128,
      chromaRed: clip.chromaRed ?? 128,
    }));
}
