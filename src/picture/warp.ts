import type { Affine } from "./affine.js";

/** Pixels with a size, as any number array. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/**
 * Samples `plane` at `map(x, y)` for each pixel of a `width` x `height` grid (both measured from their middles), bilinear.
 * Points outside the plane give NaN, or the nearest edge pixel with `clampEdges`.
 */
export function warp(
  plane: Plane,
  map: Affine,
  width: number,
  height: number,
  clampEdges = false,
): Float32Array {
  const { values, width: w, height: h } = plane;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const gridY = y - (height - 1) / 2;
    let px = map.a * (-(width - 1) / 2) + map.b * gridY + map.c + (w - 1) / 2;
    let py = map.d * (-(width - 1) / 2) + map.e * gridY + map.f + (h - 1) / 2;
    for (let x = 0; x < width; x++, px += map.a, py += map.d) {
      let qx = px;
      let qy = py;
      if (px < -0.5 || py < -0.5 || px > w - 0.5 || py > h - 0.5) {
        if (!clampEdges) {
          out[y * width + x] = Number.NaN;
          continue;
        }
      }
      qx = qx < 0 ? 0 : qx > w - 1 ? w - 1 : qx;
      qy = qy < 0 ? 0 : qy > h - 1 ? h - 1 : qy;
      const x0 = Math.min(w - 2, Math.floor(qx));
      const y0 = Math.min(h - 2, Math.floor(qy));
      const fx = qx - x0;
      const fy = qy - y0;
      const at = y0 * w + x0;
      const top = values[at]! * (1 - fx) + values[at + 1]! * fx;
      const bottom = values[at + w]! * (1 - fx) + values[at + w + 1]! * fx;
      out[y * width + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return out;
}
