import { bmvbhash } from "blockhash-core";
import type { Picture } from "../picture/picture.js";

/** Blocks along each side: 16 x 16 = 256 bits. */
const BLOCKS = 16;

/**
 * blockhash-core's bits of a picture (Yang, Gu and Niu 2006, "Block mean value based image perceptual hashing"): 32 bytes, one bit
 * a block, set where the block is brighter than the median of its quarter of the rows.
 */
export function blockhash(picture: Picture): Uint8Array {
  const data = new Uint8ClampedArray(picture.luma.length * 4);
  for (const [at, value] of picture.luma.entries()) data.set([value, value, value, 255], at * 4);
  const hex = bmvbhash({ width: picture.width, height: picture.height, data }, BLOCKS);
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
