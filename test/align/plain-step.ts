import type { StepPair } from "../../src/align/step-pairs.js";
import { type StepSums, UNKNOWNS } from "../../src/align/step-sums.js";
import type { Affine } from "../../src/picture/affine.js";
import { type Plane, warp } from "../../src/picture/warp.js";

/** Central differences along both axes; 0 on the border. */
function slopes({ width, height, values }: Plane): Plane[] {
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x > 0 && x < width - 1) dx[at] = (values[at + 1]! - values[at - 1]!) / 2;
      if (y > 0 && y < height - 1) dy[at] = (values[at + width]! - values[at - width]!) / 2;
    }
  }
  return [dx, dy].map((values) => ({ width, height, values }));
}

/** The sums of a Gauss-Newton step, pixel by pixel in double precision. */
export function plainSums(pairs: readonly StepPair[], map: Affine, spread: number): StepSums {
  const normal = new Float64Array(UNKNOWNS * UNKNOWNS);
  const right = new Float64Array(UNKNOWNS);
  let [squares, residuals, seen] = [0, 0, 0];
  for (const { reference, query } of pairs) {
    const { width, height, values } = reference;
    const [q, dx, dy] = [query, ...slopes(query)].map((plane) => warp(plane, map, width, height)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    for (const [at, value] of q.entries()) {
      const [r, gx, gy] = [values[at]!, dx[at]!, dy[at]!];
      const residual = Math.abs(r - value);
      if (Number.isNaN(residual + gx + gy)) continue;
      const x = (at % width) - (width - 1) / 2;
      const y = Math.floor(at / width) - (height - 1) / 2;
      const weight = 1 / (1 + (residual / spread) ** 2);
      const row = [value, 1, gx * x, gx * y, gx, gy * x, gy * y, gy];
      seen++;
      squares += weight * r * r;
      residuals += weight * residual;
      for (let i = 0; i < UNKNOWNS; i++) {
        right[i] = right[i]! + weight * row[i]! * r;
        for (let j = i; j < UNKNOWNS; j++)
          normal[i * UNKNOWNS + j] = normal[i * UNKNOWNS + j]! + weight * row[i]! * row[j]!;
      }
    }
  }
  return { normal, right, squares, residuals, seen };
}
