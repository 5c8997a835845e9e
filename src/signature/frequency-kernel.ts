import { OP, VECTOR_OP } from "../wasm/encoding.js";
import { at, constant, get, increase, kernelModule, repeat, runnable, set, sum } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";
import { FREQUENCIES } from "./dct.js";

/** Bytes of a float32. */
export const FLOAT_BYTES = 4;

/** Bytes of a value for each frequency. */
export const FREQUENCY_BYTES = FREQUENCIES * FLOAT_BYTES;

/** Lines are worked out four at a time. */
export const LINES_TOGETHER = 4;

/**
 * The frequencies of lines that lie side by side, columns of a picture say: for each line the sum over its `count` values, at least one, of value times the {@link FREQUENCIES} cosines of
 * that place. `values` is the number of bytes into the memory of the first line's first value; its next one is `stride` bytes on, the next line's first one {@link FLOAT_BYTES}. `cosines` has
 * {@link FREQUENCY_BYTES} for each place, `out` gets as many for each line, `quads` times {@link LINES_TOGETHER} of them. All numbers are float32.
 *
 * Run over what it has written, with the cosines of the other axis, it gives the frequencies in both directions.
 */
export type FrequencyKernel = (
  values: number,
  stride: number,
  count: number,
  cosines: number,
  quads: number,
  out: number,
) => number;

// Parameters and locals of the kernel, by index.
const VALUES = 0;
const STRIDE = 1;
const COUNT = 2;
const COSINES = 3;
const QUADS = 4;
const OUT = 5;
const VALUE = 6;
const COSINE = 7;
const END = 8;
const LOW = 9;
const HIGH = 10;
const SPLAT = 11;
const SUMS = 12;

const PARAMETERS = 6;
const VECTOR_BYTES = 16;
const lines = Array.from({ length: LINES_TOGETHER }, (_, line) => line);
const sums = Array.from({ length: 2 * LINES_TOGETHER }, (_, place) => place);

const addTo = (place: number, cosines: number): number[] => [
  ...[...get(SUMS + place), ...get(SPLAT), ...get(cosines), ...VECTOR_OP.f32x4Mul],
  ...[...VECTOR_OP.f32x4Add, ...set(SUMS + place)],
];

const EACH_PLACE = [
  ...[...get(COSINE), ...VECTOR_OP.load, ...at(2), ...set(LOW)],
  ...[...get(COSINE), ...VECTOR_OP.load, ...at(2, VECTOR_BYTES), ...set(HIGH)],
  ...lines.flatMap((line) => [
    ...[...get(VALUE), ...VECTOR_OP.load32Splat, ...at(2, line * FLOAT_BYTES), ...set(SPLAT)],
    ...[...addTo(2 * line, LOW), ...addTo(2 * line + 1, HIGH)],
  ]),
  ...[...sum(VALUE, STRIDE), ...set(VALUE), ...increase(COSINE, FREQUENCY_BYTES)],
];

const EACH_QUAD = [
  ...[...get(VALUES), ...set(VALUE), ...get(COSINES), ...set(COSINE)],
  ...sums.flatMap((place) => [...constant(0), ...VECTOR_OP.i32x4Splat, ...set(SUMS + place)]),
  ...repeat(EACH_PLACE, [...get(COSINE), ...get(END), OP.i32LtU]),
  ...sums.flatMap((place) => [
    ...[...get(OUT), ...get(SUMS + place), ...VECTOR_OP.store, ...at(2, place * VECTOR_BYTES)],
  ]),
  ...[...increase(OUT, LINES_TOGETHER * FREQUENCY_BYTES), ...increase(VALUES, LINES_TOGETHER * FLOAT_BYTES)],
  ...increase(QUADS, -1),
];

const BODY = [
  ...[...get(COUNT), ...constant(FREQUENCY_BYTES), OP.i32Mul, ...get(COSINES), OP.i32Add, ...set(END)],
  ...[...repeat(EACH_QUAD, get(QUADS)), ...get(OUT), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: LOW - PARAMETERS,
  v128Locals: SUMS + sums.length - LOW,
  body: BODY,
});

/** The kernel over a memory: a tenth of a nanosecond a product. */
export function frequencyKernel(memory: WasmMemory): FrequencyKernel {
  return runnable(MODULE, memory) as FrequencyKernel;
}
