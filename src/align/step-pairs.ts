import type { Affine } from "../picture/affine.js";
import type { Plane } from "../picture/warp.js";
import { reserve, wasm } from "../wasm/runtime.js";
import { stepKernel } from "./kernels/step-kernel.js";
import {
  ALL_SUMS,
  equationsOf,
  PIXELS_TOGETHER,
  QUERY_PIXEL_BYTES,
  SETTING,
  SETTINGS_BYTES,
  type StepSums,
} from "./step-sums.js";

/** Two pictures of one size that nearly lie on each other. */
export interface StepPair {
  readonly reference: Plane;
  readonly query: Plane;
}

/** Pairs of one size in the memory of the kernel, until others are held. */
export interface HeldPairs {
  readonly count: number;
  readonly width: number;
  readonly height: number;
}

const memory = new wasm.Memory({ initial: 4 });
const sumPairs = stepKernel(memory);

const FLOAT_BYTES = 4;
const QUERY_PIXEL = QUERY_PIXEL_BYTES / FLOAT_BYTES;

/** Where things are in the memory, bytes: settings, sums, then each pair's reference and query. */
const SETTINGS_AT = 0;
const SUMS_AT = SETTINGS_AT + SETTINGS_BYTES;
const PAIRS_AT = SUMS_AT + ALL_SUMS * 8;

/** How far a pair's query is behind its reference, and the next pair behind it, float32 numbers. */
function distances(width: number, height: number): { query: number; pair: number } {
  const query = width * height + PIXELS_TOGETHER;
  return { query, pair: query + width * height * QUERY_PIXEL };
}

/** Puts pairs, at least one, where steps find them, with the slopes of their queries: central differences along both axes, 0 on the border. */
export function holdPairs(pairs: readonly StepPair[]): HeldPairs {
  const { width, height } = pairs[0]!.reference;
  const to = distances(width, height);
  reserve(memory, PAIRS_AT + pairs.length * to.pair * FLOAT_BYTES);
  const held = new Float32Array(memory.buffer, PAIRS_AT);
  for (const [number, { reference, query }] of pairs.entries()) {
    held.set(reference.values, number * to.pair);
    writeQuery(query, held, number * to.pair + to.query);
  }
  return { count: pairs.length, width, height };
}

function writeQuery({ width, height, values }: Plane, held: Float32Array, first: number): void {
  for (let y = 0, from = 0, to = first; y < height; y++) {
    const isInside = y > 0 && y < height - 1;
    for (let x = 0; x < width; x++, from++, to += QUERY_PIXEL) {
      held[to] = values[from]!;
      held[to + 1] = x > 0 && x < width - 1 ? (values[from + 1]! - values[from - 1]!) / 2 : 0;
      held[to + 2] = isInside ? (values[from + width]! - values[from - width]!) / 2 : 0;
    }
  }
}

/** The sums of a step over the pairs that were held last. */
export function sumStep({ count, width, height }: HeldPairs, map: Affine, spread: number): StepSums {
  const settings = new Float32Array(memory.buffer, SETTINGS_AT, SETTINGS_BYTES / FLOAT_BYTES);
  settings[SETTING.a] = map.a;
  settings[SETTING.b] = map.b;
  settings[SETTING.c] = map.c + (width - 1) / 2;
  settings[SETTING.d] = map.d;
  settings[SETTING.e] = map.e;
  settings[SETTING.f] = map.f + (height - 1) / 2;
  settings[SETTING.doubt] = 1 / spread ** 2;
  settings[SETTING.halfWidth] = (width - 1) / 2;
  settings[SETTING.halfHeight] = (height - 1) / 2;
  settings[SETTING.width] = width;
  settings[SETTING.lastX] = width - 1;
  settings[SETTING.lastY] = height - 1;
  settings[SETTING.lastButOneX] = width - 2;
  settings[SETTING.lastButOneY] = height - 2;
  const sums = new Float64Array(memory.buffer, SUMS_AT, ALL_SUMS).fill(0);
  const { query, pair } = distances(width, height);
  const queryAt = PAIRS_AT + query * FLOAT_BYTES;
  sumPairs(PAIRS_AT, queryAt, pair * FLOAT_BYTES, count, width, height, SETTINGS_AT, SUMS_AT);
  return equationsOf(sums);
}
