import sharp from "sharp";
import type { FrameSize } from "../../picture/shrunk-size.js";

/** WebP qualities in the order they are tried. Below the last a face is no longer one. */
const QUALITIES = [72, 58, 44, 30, 18] as const;

/** How hard the encoder tries, 0 to 6: a strip takes some 20 ms. */
const EFFORT = 4;

/** Raw pictures of one size, 8 bits a channel, row by row without padding. */
export interface RawFrames extends FrameSize {
  readonly channels: 1 | 3;
  readonly frames: readonly Uint8Array[];
}

/** Puts pictures side by side into one WebP image that keeps to a number of bytes, at its best quality. */
export async function encodeStrip(raw: RawFrames, maxBytes: number): Promise<Uint8Array> {
  const pixels = sideBySide(raw);
  const image = sharp(pixels, {
    raw: { width: raw.width * raw.frames.length, height: raw.height, channels: raw.channels },
  });
  let encoded: Uint8Array = new Uint8Array();
  for (const quality of QUALITIES) {
    encoded = await image.clone().webp({ quality, effort: EFFORT, smartSubsample: true }).toBuffer();
    if (encoded.length <= maxBytes) break;
  }
  return encoded;
}

function sideBySide({ width, height, channels, frames }: RawFrames): Uint8Array {
  const row = width * channels;
  const strip = new Uint8Array(row * frames.length * height);
  for (const [place, frame] of frames.entries()) {
    for (let y = 0; y < height; y++) {
      strip.set(frame.subarray(y * row, (y + 1) * row), (y * frames.length + place) * row);
    }
  }
  return strip;
}
