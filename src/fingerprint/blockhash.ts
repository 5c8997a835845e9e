import { bmvbhash } from "blockhash-core";
import type { Picture } from "../picture/picture.js";

/** Blocks along each side: 16 x 16 = 256 bits. */
const BLOCKS = 16;

/**
 * blockhash-core's bits of a picture (Yang, Gu and Niu 2006, "Block mean value based image perceptual hashing"): 32 bytes, one bit
 * a block, set where the block is brighter than the median of its quarter of the rows.
 */
export function blockhash(picture: Picture): Uint8Array {
  const pixels = new Uint32Array(picture.luma.length);
  for (let at = 0; at < pixels.length; at++) pixels[at] = 0xff000000 | (picture.luma[at]! * 0x010101);
  const data = new Uint8ClampedArray(pixels.buffer);
  const hex = bmvbhash({ width: picture.width, height: picture.height, data }, BLOCKS);
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
