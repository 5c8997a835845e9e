import type { Picture } from "./picture.js";

/** The size with about `pixels` pixels in the shape of `width` x `height`; each side at least 4 and at most `pixels / 4`. */
export function fittedSize(width: number, height: number, pixels: number): { width: number; height: number } {
  const clamp = (side: number) => Math.max(4, Math.min(Math.round(pixels / 4), Math.round(side)));
  const aspect = width / height;
  return { width: clamp(Math.sqrt(pixels * aspect)), height: clamp(Math.sqrt(pixels / aspect)) };
}

/** One output pixel along one axis: the input pixels it covers and how much of each. */
interface Coverage {
  readonly first: number;
  readonly weights: readonly number[];
}

function coverages(from: number, to: number): Coverage[] {
  const step = from / to;
  return Array.from({ length: to }, (_, i) => {
    const start = i * step;
    const end = Math.min(from, start + step);
    const first = Math.floor(start);
    const last = Math.min(from - 1, Math.ceil(end - 1e-9) - 1);
    const weights: number[] = [];
    for (let k = first; k <= last; k++)
      weights.push((Math.min(end, k + 1) - Math.max(start, k)) / (end - start));
    return { first, weights };
  });
}

/** Area-averaged resampling to `width` x `height`; exact for shrinking, nearest for enlarging. Luma stays 0 to 255, as floats. */
export function resample(
  luma: ArrayLike<number>,
  from: { width: number; height: number },
  width: number,
  height: number,
): Float32Array {
  const columns = coverages(from.width, width);
  const rows = coverages(from.height, height);
  const narrow = new Float32Array(width * from.height);
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < width; x++) {
      const { first, weights } = columns[x]!;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * luma[y * from.width + first + k]!;
      narrow[y * width + x] = sum;
    }
  }
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, weights } = rows[y]!;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      const source = (first + k) * width;
      for (let x = 0; x < width; x++) out[y * width + x] = out[y * width + x]! + weight * narrow[source + x]!;
    }
  }
  return out;
}

/** `resample` with whole luma values. */
export function resamplePicture(picture: Picture, width: number, height: number): Picture {
  return { width, height, luma: rounded(resample(picture.luma, picture, width, height)) };
}

/** Whole luma values. A loop: `Uint8Array.from` with a function takes ten times as long. */
function rounded(luma: Float32Array): Uint8Array {
  const whole = new Uint8Array(luma.length);
  for (let at = 0; at < whole.length; at++) whole[at] = Math.round(luma[at]!);
  return whole;
}
