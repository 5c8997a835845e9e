import { OP, TYPE, VECTOR_OP } from "../wasm/encoding.js";
import { at, constant, get, increase, kernelModule, repeat, runnable, set, sum } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Pictures are unpacked to this many bytes at a time. */
export const UNPACKED_TOGETHER = 16;

/**
 * Unpacks pictures of one size from their codes (see `packPictures`). `codes` is the number of bytes into the memory at which they begin, `above` one at which `width` zeros are,
 * `luma` where the pictures go, `stride` bytes apart: their size, rounded up to {@link UNPACKED_TOGETHER}. `size` and `width` are in pixels, `step` is 1 to 80.
 */
export type UnpackKernel = (
  codes: number,
  count: number,
  size: number,
  width: number,
  step: number,
  above: number,
  luma: number,
  stride: number,
) => number;

// Parameters and locals of the kernel, by index.
const CODES = 0;
const COUNT = 1;
const SIZE = 2;
const WIDTH = 3;
const STEP = 4;
const ZEROS = 5;
const LEVELS = 6;
const STRIDE = 7;
const PICTURE = 8;
const BEFORE = 9;
const PLACE = 10;
const END = 11;
const ROW = 12;
const ABOVE_ROW = 13;
const LEFT = 14;
const ABOVE = 15;
const CORNER = 16;
const LEAST = 17;
const MOST = 18;
const CODE = 19;
const VECTOR = 20;

const PARAMETERS = 8;

const loadByte = (address: readonly number[]): number[] => [...address, OP.i32Load8U, ...at(0)];

/** The smaller and the larger of two i32 locals. */
const least = (p: number, q: number): number[] => [
  ...[...get(p), ...get(q), ...get(p), ...get(q), OP.i32LtS, OP.select],
];
const most = (p: number, q: number): number[] => [
  ...[...get(q), ...get(p), ...get(p), ...get(q), OP.i32LtS, OP.select],
];

/** The median edge detector: the middle one of left, above, and both together less the corner. */
const PREDICTION = [
  ...[...least(LEFT, ABOVE), ...set(LEAST), ...most(LEFT, ABOVE), ...set(MOST)],
  ...[...sum(LEFT, ABOVE), ...get(CORNER), OP.i32Sub, ...set(CORNER)],
  ...[...least(MOST, CORNER), ...set(MOST), ...most(LEAST, MOST)],
];

/** The difference that a code stands for: half of it, and all bits turned over where it is odd. */
const DIFFERENCE = [
  ...[...get(CODE), ...constant(1), OP.i32ShrU],
  ...[...constant(0), ...get(CODE), ...constant(1), OP.i32And, OP.i32Sub, OP.i32Xor],
];

const EACH_PIXEL = [
  ...[...get(ABOVE), ...set(CORNER), ...loadByte(sum(ABOVE_ROW, PLACE)), ...set(ABOVE)],
  ...[...loadByte(get(CODES)), ...set(CODE), ...increase(CODES, 1)],
  ...[...PREDICTION, ...DIFFERENCE, OP.i32Add, ...constant(255), OP.i32And, ...set(LEFT)],
  ...[...sum(ROW, PLACE), ...get(LEFT), OP.i32Store8, ...at(0), ...increase(PLACE, 1)],
];

/** A picture predicted from its own neighbours. The first of a row is predicted from above, as if what is left of it were the same as there. */
const SPATIALLY = [
  ...[...get(PICTURE), ...set(ROW), ...get(ZEROS), ...set(ABOVE_ROW)],
  ...repeat(
    [
      ...[...loadByte(get(ABOVE_ROW)), OP.localTee, ABOVE, ...set(LEFT), ...constant(0), ...set(PLACE)],
      ...repeat(EACH_PIXEL, [...get(PLACE), ...get(WIDTH), OP.i32LtU]),
      ...[...get(ROW), ...set(ABOVE_ROW), ...sum(ROW, WIDTH), ...set(ROW)],
    ],
    [...get(ROW), ...sum(PICTURE, SIZE), OP.i32LtU],
  ),
];

/** A picture predicted from the one before, {@link UNPACKED_TOGETHER} pixels at a time. */
const TEMPORALLY = [
  ...[...constant(0), ...set(PLACE)],
  ...repeat(
    [
      ...sum(PICTURE, PLACE),
      ...[...sum(CODES, PLACE), ...VECTOR_OP.load, ...at(0), ...set(VECTOR)],
      ...[...get(VECTOR), ...constant(1), ...VECTOR_OP.i8x16ShrU],
      ...[...get(VECTOR), ...constant(1), ...VECTOR_OP.i8x16Splat, ...VECTOR_OP.and, ...VECTOR_OP.i8x16Neg],
      ...VECTOR_OP.xor,
      ...[...sum(BEFORE, PLACE), ...VECTOR_OP.load, ...at(0), ...VECTOR_OP.i8x16Add],
      ...[...VECTOR_OP.store, ...at(0), ...increase(PLACE, UNPACKED_TOGETHER)],
    ],
    [...get(PLACE), ...get(SIZE), OP.i32LtU],
  ),
  ...[...sum(CODES, SIZE), ...set(CODES)],
];

const EACH_PICTURE = [
  // The first byte of a picture tells how it was predicted; the first picture has none before it.
  ...[
    ...loadByte(get(CODES)),
    ...constant(1),
    OP.i32Eq,
    ...get(BEFORE),
    ...constant(0),
    OP.i32GtS,
    OP.i32And,
  ],
  ...increase(CODES, 1),
  ...[OP.if, TYPE.none, ...TEMPORALLY, OP.else, ...SPATIALLY, OP.end],
  ...[...get(PICTURE), ...set(BEFORE), ...sum(PICTURE, STRIDE), ...set(PICTURE)],
];

const product = (operation: readonly number[]): number[] => [
  ...[...get(VECTOR), ...get(STEP), ...VECTOR_OP.i8x16Splat, ...operation],
];

/** Steps become luma levels, at most 255. */
const EACH_LEVELS = [
  ...[...get(LEVELS), ...get(LEVELS), ...VECTOR_OP.load, ...at(0), ...set(VECTOR)],
  ...[...product(VECTOR_OP.i16x8ExtmulLowI8x16U), ...product(VECTOR_OP.i16x8ExtmulHighI8x16U)],
  ...[...VECTOR_OP.i8x16NarrowI16x8U, ...VECTOR_OP.store, ...at(0), ...increase(LEVELS, UNPACKED_TOGETHER)],
];

const BODY = [
  ...[...get(LEVELS), ...set(PICTURE), ...get(COUNT), ...get(STRIDE), OP.i32Mul, ...get(LEVELS), OP.i32Add],
  ...set(END),
  ...repeat(EACH_PICTURE, [...get(PICTURE), ...get(END), OP.i32LtU]),
  ...repeat(EACH_LEVELS, [...get(LEVELS), ...get(END), OP.i32LtU]),
  ...[...get(LEVELS), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: VECTOR - PARAMETERS,
  v128Locals: 1,
  body: BODY,
});

/** The kernel over a memory. */
export function unpackKernel(memory: WasmMemory): UnpackKernel {
  return runnable(MODULE, memory) as UnpackKernel;
}
