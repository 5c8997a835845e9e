import { OP, VECTOR_OP } from "../wasm/encoding.js";
import { at, get, increase, kernelModule, repeat, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Bytes of a point: where its first pixel is, uint32, and 12 to spare; then how much of it and of those right of it, below, and below right it takes, float32. */
export const POINT_BYTES = 32;

/** Points are sampled so many at a time. */
export const POINTS_TOGETHER = 4;

/**
 * Samples a plane of float32 between its pixels. `points`, their end and `values` are numbers of bytes into the memory, `rowBytes` those of a row of the plane. Writes a float32 for each point; their number is a
 * multiple of {@link POINTS_TOGETHER}.
 */
export type PointKernel = (points: number, end: number, rowBytes: number, values: number) => number;

// Parameters and locals of the kernel, by index.
const POINTS = 0;
const END = 1;
const ROW_BYTES = 2;
const VALUES = 3;
const PIXEL = 4;
const SHARES = 5;

const PARAMETERS = 4;

/** The four pixels around a point times what it takes of each. */
const shares = (point: number): number[] => [
  ...[...get(POINTS), OP.i32Load, ...at(2, point * POINT_BYTES), OP.localTee, PIXEL],
  ...[...get(ROW_BYTES), OP.i32Add],
  ...[...get(PIXEL), ...VECTOR_OP.load64Zero, ...at(2), ...VECTOR_OP.load64Lane, ...at(2), 1],
  ...[...get(POINTS), ...VECTOR_OP.load, ...at(2, point * POINT_BYTES + 16), ...VECTOR_OP.f32x4Mul],
  ...set(SHARES + point),
];

/** Lanes of two vectors side by side, 0 to 3 of the first and 4 to 7 of the second. */
const pick = (first: number, second: number, lanes: readonly number[]): number[] => [
  ...[...get(SHARES + first), ...get(SHARES + second), ...VECTOR_OP.i8x16Shuffle],
  ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
];

/** The sums of two neighbours of two points each. */
const halfSum = (first: number): number[] => [
  ...[...pick(first, first + 1, [0, 2, 4, 6]), ...pick(first, first + 1, [1, 3, 5, 7])],
  ...[...VECTOR_OP.f32x4Add, ...set(SHARES + first)],
];

const BODY = [
  ...repeat(
    [
      ...[0, 1, 2, 3].flatMap(shares),
      ...[...halfSum(0), ...halfSum(2)],
      ...[...get(VALUES), ...pick(0, 2, [0, 2, 4, 6]), ...pick(0, 2, [1, 3, 5, 7]), ...VECTOR_OP.f32x4Add],
      ...[...VECTOR_OP.store, ...at(2)],
      ...[...increase(POINTS, POINTS_TOGETHER * POINT_BYTES), ...increase(VALUES, 4 * POINTS_TOGETHER)],
    ],
    [...get(POINTS), ...get(END), OP.i32LtU],
  ),
  ...[...get(VALUES), OP.end],
];

const MODULE = kernelModule({ parameters: PARAMETERS, i32Locals: 1, v128Locals: 4, body: BODY });

/** The kernel over a memory: some 2 ns a point. */
export function pointKernel(memory: WasmMemory): PointKernel {
  return runnable(MODULE, memory) as PointKernel;
}
