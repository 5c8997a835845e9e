import { OP, VECTOR_OP } from "../../wasm/encoding.js";
import { splatFrom } from "../../wasm/float-vectors.js";
import { at, countDown, get, increase, kernelModule, runnable, set, storeVector } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";

/** Bytes of a place that is looked up: where its upper left pixel begins, from the first one, as uint32; how far it lies to the right and below, 0 to 1, as float32. */
export const PLACE_BYTES = 12;

/** Pictures that are looked up at once. */
export const LANES = 4;

/** Bytes of what is found at a place: a float32 of each of four pictures. */
export const FOUND_BYTES = 4 * LANES;

/**
 * Looks up four pictures of one size at the same places, bilinear: their pixels side by side, a byte of each. `pixels`, `places` and `found` are numbers of bytes into the memory, `rowBytes` those of a row
 * of pixels, `count` is of the places, at least one. Where a place is NaN, so is what is found.
 */
export type WarpKernel = (
  pixels: number,
  rowBytes: number,
  places: number,
  count: number,
  found: number,
) => number;

// Parameters and locals of the kernel, by index.
const PIXELS = 0;
const ROW_BYTES = 1;
const PLACES = 2;
const COUNT = 3;
const FOUND = 4;
const UPPER = 5;
const LOWER = 6;
const RIGHTWARDS = 7;
const LEFT = 8;
const ABOVE = 9;

const PARAMETERS = 5;

/** `value + (other - value) * share`, of a local and of what the instructions put on the stack. */
const between = (value: number, other: readonly number[], share: readonly number[]): number[] => [
  ...[...get(value), ...other, ...get(value), ...VECTOR_OP.f32x4Sub],
  ...[...share, ...VECTOR_OP.f32x4Mul, ...VECTOR_OP.f32x4Add],
];

/** The pixel at the address in a local, or the one beside it, of all four pictures. */
const pixel = (row: number, right: 0 | 1): number[] => [
  ...[...get(row), ...VECTOR_OP.load32Zero, ...at(2, right * LANES)],
  ...[...VECTOR_OP.i16x8ExtendLowI8x16U, ...VECTOR_OP.i32x4ExtendLowI16x8U],
  ...VECTOR_OP.f32x4ConvertI32x4U,
];

/** What lies at the place in the row of pixels that begins at a local's address. */
const inRow = (row: number): number[] => [
  ...[...pixel(row, 0), ...set(LEFT)],
  ...between(LEFT, pixel(row, 1), get(RIGHTWARDS)),
];

const BODY = [
  ...countDown(COUNT, [
    ...[...get(PIXELS), ...get(PLACES), OP.i32Load, ...at(2), OP.i32Add, OP.localTee, UPPER],
    ...[...get(ROW_BYTES), OP.i32Add, ...set(LOWER)],
    ...[...splatFrom(PLACES, 1), ...set(RIGHTWARDS)],
    ...[...inRow(UPPER), ...set(ABOVE), ...get(FOUND)],
    ...between(ABOVE, inRow(LOWER), splatFrom(PLACES, 2)),
    ...storeVector(0),
    ...[...increase(PLACES, PLACE_BYTES), ...increase(FOUND, FOUND_BYTES)],
  ]),
  ...[...get(FOUND), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: RIGHTWARDS - PARAMETERS,
  v128Locals: 3,
  body: BODY,
});

/** The kernel over a memory. */
export function warpKernel(memory: WasmMemory): WarpKernel {
  return runnable(MODULE, memory) as WarpKernel;
}
