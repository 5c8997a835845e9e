import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Picture } from "../picture/picture.js";

/**
 * Pictures of one size as bytes: luma is quantised to multiples of a step, each level is predicted from its neighbours (or
 * from the same place in the picture before, whichever fits better), and what the prediction missed is compressed with Brotli.
 * Lossless for pictures that went through {@link quantisePicture} with the same step.
 */

/** The picture with every luma value moved to the nearest multiple of `step` (1 to 80). */
export function quantisePicture(picture: Picture, step: number): Picture {
  const luma = new Uint8Array(picture.luma.length);
  for (let at = 0; at < luma.length; at++)
    luma[at] = Math.min(255, Math.round(picture.luma[at]! / step) * step);
  return { ...picture, luma };
}

/** Median edge detector: the prediction of JPEG-LS (ITU-T T.87) from left, above and above-left. */
function spatialPrediction(levels: Uint8Array, at: number, x: number, y: number, width: number): number {
  const left = x > 0 ? levels[at - 1]! : y > 0 ? levels[at - width]! : 0;
  const above = y > 0 ? levels[at - width]! : left;
  const corner = x > 0 && y > 0 ? levels[at - width - 1]! : above;
  if (corner >= Math.max(left, above)) return Math.min(left, above);
  if (corner <= Math.min(left, above)) return Math.max(left, above);
  return left + above - corner;
}

function predict(levels: Uint8Array, before: Uint8Array | undefined, at: number, width: number): number {
  if (before !== undefined) return before[at]!;
  return spatialPrediction(levels, at, at % width, Math.floor(at / width), width);
}

/** Differences modulo 256, folded to 0, 1, 2, … with small ones of either sign first. */
function fold(difference: number): number {
  const wrapped = (difference << 24) >> 24;
  return wrapped >= 0 ? 2 * wrapped : -2 * wrapped - 1;
}

const unfold = (code: number) => (code % 2 === 0 ? code / 2 : -(code + 1) / 2);

/** How many bits a code costs, about: what decides which prediction fits better. */
const CODE_COST = Float64Array.from({ length: 256 }, (_, code) => Math.log2(1 + code));

/** Writes the codes of one picture into `codes` and returns their cost. */
function encodeLevels(
  levels: Uint8Array,
  before: Uint8Array | undefined,
  width: number,
  codes: Uint8Array,
): number {
  let cost = 0;
  for (let at = 0, x = 0, y = 0; at < levels.length; at++) {
    const predicted = before === undefined ? spatialPrediction(levels, at, x, y, width) : before[at]!;
    const code = fold(levels[at]! - predicted);
    codes[at] = code;
    cost += CODE_COST[code]!;
    if (++x === width) {
      x = 0;
      y++;
    }
  }
  return cost;
}

/** Compressed pictures, all of the size of the first and quantised with `step`. */
export function packPictures(pictures: readonly Picture[], step: number): Uint8Array {
  const size = pictures.length === 0 ? 0 : pictures[0]!.luma.length;
  const raw = new Uint8Array(pictures.length * (size + 1));
  const temporalCodes = new Uint8Array(size);
  let before: Uint8Array | undefined;
  pictures.forEach(({ luma, width }, index) => {
    const levels = new Uint8Array(size);
    for (let at = 0; at < size; at++) levels[at] = Math.round(luma[at]! / step);
    const from = index * (size + 1);
    const codes = raw.subarray(from + 1, from + 1 + size);
    const cost = encodeLevels(levels, undefined, width, codes);
    if (before !== undefined && encodeLevels(levels, before, width, temporalCodes) < cost) {
      raw[from] = 1;
      codes.set(temporalCodes);
    }
    before = levels;
  });
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
}

/** The pictures of {@link packPictures}. Throws where the bytes are not of `count` pictures of that size. */
export function unpackPictures(
  bytes: Uint8Array,
  count: number,
  width: number,
  height: number,
  step: number,
): Picture[] {
  const size = width * height;
  const raw = brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, count * (size + 1)) });
  if (raw.length !== count * (size + 1))
    throw new RangeError(`expected ${count} pictures, found ${raw.length} bytes`);
  const pictures: Picture[] = [];
  let before: Uint8Array | undefined;
  for (let index = 0; index < count; index++) {
    const temporal = raw[index * (size + 1)] === 1;
    const levels = new Uint8Array(size);
    for (let at = 0; at < size; at++) {
      levels[at] =
        predict(levels, temporal ? before : undefined, at, width) + unfold(raw[index * (size + 1) + 1 + at]!);
    }
    pictures.push({ width, height, luma: levels.map((level) => Math.min(255, level * step)) });
    before = levels;
  }
  return pictures;
}
