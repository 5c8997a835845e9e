import { OP, VECTOR_OP } from "../../wasm/encoding.js";
import { vectorOf } from "../../wasm/float-vectors.js";
import { at, countDown, get, increase, kernelModule, runnable, set } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";
import { CELL } from "../stage.js";
import { ROWS_SEEN, smoothCell, WORK } from "./smooth-cell.js";
import { FOUND_BYTES, LANES } from "./warp-kernel.js";

/**
 * Smooths four pictures of one size with a 3 x 3 binomial filter and cuts them into cells. `pixels` holds them side by side, float32, with a further pixel on all sides; where a pixel's neighbour is NaN its own value counts
 * for it. What is not NaN must be convex. Writes the mean-free values of one picture after the other, each in cell order, their cells' means and standard deviations, all float32. Of a cell with a pixel that is
 * NaN the values are 0, mean and deviation NaN.
 *
 * @param pixels number of bytes into the memory, as are `values`, `means` and `deviations`
 * @param columns cells across, one at least, as are the `rows` of them
 * @param pictureBytes bytes of a picture's values; of its means or deviations, `cellsBytes`
 */
export type CellsKernel = (
  pixels: number,
  rowBytes: number,
  columns: number,
  rows: number,
  values: number,
  pictureBytes: number,
  means: number,
  deviations: number,
  cellsBytes: number,
) => number;

const AREA = CELL * CELL;

/** Bytes of a cell's values in one picture. */
const CELL_BYTES = 4 * AREA;

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place);

const PLACES = numbers(AREA);
const FOUR = numbers(LANES);

// Parameters and locals of the kernel, by index.
const PIXELS = 0;
const ROW_BYTES = 1;
const COLUMNS = 2;
const ROWS = 3;
const VALUES = 4;
const PICTURE_BYTES = 5;
const MEANS = 6;
const DEVIATIONS = 7;
const CELLS_BYTES = 8;
const PARAMETERS = 9;
const LEFT = 9;
const ROW = LEFT + 1;
const VALUES_OUT = ROW + ROWS_SEEN;
const MEAN_OUT = VALUES_OUT + LANES;
const DEVIATION_OUT = MEAN_OUT + LANES;
const MEAN = DEVIATION_OUT + LANES;
const VALUE = MEAN + 1;
const SMOOTH = VALUE + 1;
const WORKING = SMOOTH + AREA;
const LOCALS = WORKING + WORK;

/** Stores the lanes of a vector, each at the address in its own local. */
const storeLanes = (vector: number, out: number, byte: number): number[] =>
  FOUR.flatMap((lane) => [
    ...[...get(out + lane), ...get(vector), ...VECTOR_OP.store32Lane, ...at(2, byte), lane],
  ]);

const MEASURE_CELL = [
  ...PLACES.flatMap((k) => [...get(SMOOTH + k), ...(k === 0 ? [] : VECTOR_OP.f32x4Add)]),
  ...[...vectorOf(1 / AREA), ...VECTOR_OP.f32x4Mul, ...set(MEAN)],
  ...PLACES.flatMap((k) => [
    ...[...get(SMOOTH + k), ...get(MEAN), ...VECTOR_OP.f32x4Sub, OP.localTee, VALUE],
    ...[...get(VALUE), ...VECTOR_OP.f32x4Mul, ...(k === 0 ? [] : VECTOR_OP.f32x4Add)],
    // What is NaN does not equal itself.
    ...[...get(VALUE), ...get(MEAN), ...get(MEAN), ...VECTOR_OP.f32x4Eq, ...VECTOR_OP.and, ...set(VALUE)],
    ...storeLanes(VALUE, VALUES_OUT, 4 * k),
  ]),
  ...[...vectorOf(1 / AREA), ...VECTOR_OP.f32x4Mul, ...VECTOR_OP.f32x4Sqrt, ...set(VALUE)],
  ...[...storeLanes(MEAN, MEAN_OUT, 0), ...storeLanes(VALUE, DEVIATION_OUT, 0)],
];

const TO_NEXT_CELL = [
  ...numbers(ROWS_SEEN).flatMap((row) => increase(ROW + row, CELL * FOUND_BYTES)),
  ...FOUR.flatMap((lane) => [
    ...increase(VALUES_OUT + lane, CELL_BYTES),
    ...[...increase(MEAN_OUT + lane, 4), ...increase(DEVIATION_OUT + lane, 4)],
  ]),
];

/** The addresses that follow the one in `start`, each so many bytes behind the one before, into the locals from `first` on. */
const follow = (first: number, count: number, start: number, bytes: number): number[] => [
  ...[...get(start), ...set(first)],
  ...numbers(count - 1).flatMap((k) => [
    ...[...get(first + k), ...get(bytes), OP.i32Add, ...set(first + k + 1)],
  ]),
];

const BODY = [
  ...follow(VALUES_OUT, LANES, VALUES, PICTURE_BYTES),
  ...follow(MEAN_OUT, LANES, MEANS, CELLS_BYTES),
  ...follow(DEVIATION_OUT, LANES, DEVIATIONS, CELLS_BYTES),
  ...countDown(ROWS, [
    ...follow(ROW, ROWS_SEEN, PIXELS, ROW_BYTES),
    ...[...get(ROW + CELL), ...set(PIXELS), ...get(COLUMNS), ...set(LEFT)],
    ...countDown(LEFT, [
      ...smoothCell({ rows: ROW, work: WORKING, smooth: SMOOTH }),
      ...MEASURE_CELL,
      ...TO_NEXT_CELL,
    ]),
  ]),
  ...[...get(VALUES), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: MEAN - PARAMETERS,
  v128Locals: LOCALS - MEAN,
  body: BODY,
});

/** The kernel over a memory. */
export function cellsKernel(memory: WasmMemory): CellsKernel {
  return runnable(MODULE, memory) as CellsKernel;
}
