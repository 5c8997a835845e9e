import { wasm } from "../wasm/runtime.js";
import { dctKernel } from "./dct-kernel.js";

/** Side of the square a view is sampled to before its transform, pixels. */
export const VIEW_SIDE = 24;

/** Lowest frequencies kept per axis. */
export const FREQUENCIES = 8;

/** Values of a descriptor: all kept frequencies but the mean. */
export const DESCRIPTOR_LENGTH = FREQUENCIES * FREQUENCIES - 1;

/** Orthonormal DCT-II: how much of frequency `u` pixel `x` has, as a float32. */
function basis(u: number, x: number): number {
  return Math.fround(
    Math.sqrt((u === 0 ? 1 : 2) / VIEW_SIDE) * Math.cos((Math.PI * (2 * x + 1) * u) / (2 * VIEW_SIDE)),
  );
}

const memory = new wasm.Memory({ initial: 1 });
const transform = dctKernel(memory, { side: VIEW_SIDE, frequencies: FREQUENCIES });

// The kernel's memory, part after part.
const view = new Float32Array(memory.buffer, 0, VIEW_SIDE * VIEW_SIDE);
const byPixel = new Float64Array(memory.buffer, view.byteLength, VIEW_SIDE * FREQUENCIES);
const byFrequency = new Float64Array(memory.buffer, end(byPixel), VIEW_SIDE * FREQUENCIES);
const rows = new Float32Array(memory.buffer, end(byFrequency), VIEW_SIDE * FREQUENCIES);
const coefficients = new Float64Array(memory.buffer, end(rows), FREQUENCIES * FREQUENCIES);

for (let u = 0; u < FREQUENCIES; u++) {
  for (let x = 0; x < VIEW_SIDE; x++) {
    byPixel[x * FREQUENCIES + u] = basis(u, x);
    byFrequency[u * VIEW_SIDE + x] = basis(u, x);
  }
}

function end(part: Float32Array | Float64Array): number {
  return part.byteOffset + part.byteLength;
}

/**
 * Below this length of the coefficients (luma levels, orthonormal) a view is flat and proves nothing: a
 * standard deviation of about 4 levels over the view.
 */
const FLAT_NORM = 4 * VIEW_SIDE;

/**
 * The lowest DCT coefficients of a square view without the mean, signed square roots (large edges must not drown
 * everything else), unit length; `values[v * FREQUENCIES + u - 1]` for column frequency u and row frequency v.
 * Undefined for a flat view.
 */
export function describeView(luma: ArrayLike<number>): Float32Array | undefined {
  view.set(luma);
  transform(
    view.byteOffset,
    byPixel.byteOffset,
    byFrequency.byteOffset,
    rows.byteOffset,
    coefficients.byteOffset,
  );
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  let energy = 0;
  let rooted = 0;
  for (let k = 0; k < DESCRIPTOR_LENGTH; k++) {
    const coefficient = coefficients[k + 1]!;
    const size = Math.abs(coefficient);
    energy += coefficient * coefficient;
    rooted += size;
    values[k] = coefficient < 0 ? -Math.sqrt(size) : Math.sqrt(size);
  }
  if (energy < FLAT_NORM * FLAT_NORM) return undefined;
  const scale = 1 / Math.sqrt(rooted);
  for (let k = 0; k < DESCRIPTOR_LENGTH; k++) values[k] = values[k]! * scale;
  return values;
}
