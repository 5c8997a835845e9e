import type { DecodedFrame } from "./decoded-media.js";

/** Pixels of one picture in memory, 8 bits a channel. */
export interface RawPixels {
  /** Row by row, channels interleaved: red, green and blue first, or grey first. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Luma and mean chroma, full range, as JPEG defines them (BT.601), of the frame at time 0. */
export function greyFrame({ data, width, height, channels }: RawPixels): DecodedFrame {
  const luma = new Uint8Array(width * height);
  const colour = channels >= 3;
  let blue = 0;
  let red = 0;
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += channels) {
    const r = data[at]!;
    const g = colour ? data[at + 1]! : r;
    const b = colour ? data[at + 2]! : r;
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    luma[pixel] = Math.round(y);
    blue += 128 + (b - y) * 0.564;
    red += 128 + (r - y) * 0.713;
  }
  const count = luma.length;
  return {
    timeSeconds: 0,
    picture: { width, height, luma },
    chromaBlue: blue / count,
    chromaRed: red / count,
  };
}
