import type { Picture } from "../../src/picture/picture.js";
import { warp } from "../../src/picture/warp.js";
import { basis, DESCRIPTOR_LENGTH, FLAT_NORM, FREQUENCIES, VIEW_SIDE } from "../../src/signature/dct.js";
import { type View, viewMap } from "../../src/signature/view.js";

/** The view as `VIEW_SIDE` x `VIEW_SIDE` luma values; points outside the picture take the nearest edge pixel. */
export function sampleView({ width, height, luma }: Picture, view: View): Float32Array {
  const { a, b, c, d, e, f } = viewMap(view, { width, height });
  const step = 1 / VIEW_SIDE;
  const map = { a: a * step, b: b * step, c, d: d * step, e: e * step, f };
  return warp({ width, height, values: luma }, map, VIEW_SIDE, VIEW_SIDE, true);
}

/** The descriptor of sampled luma values by plain sums; undefined where they are flat. */
export function describeView(luma: ArrayLike<number>): Float32Array | undefined {
  const coefficients: number[] = [];
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let y = 0; y < VIEW_SIDE; y++)
        for (let x = 0; x < VIEW_SIDE; x++) sum += luma[y * VIEW_SIDE + x]! * basis(u, x) * basis(v, y);
      coefficients.push(sum);
    }
  }
  const [, ...kept] = coefficients;
  if (Math.hypot(...kept) < FLAT_NORM) return undefined;
  const length = Math.sqrt(kept.reduce((sum, value) => sum + Math.abs(value), 0));
  return Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, k) => {
    const value = kept[k]!;
    return (Math.sign(value) * Math.sqrt(Math.abs(value))) / length;
  });
}
