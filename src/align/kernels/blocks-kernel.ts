import { OP, VECTOR_OP } from "../../wasm/encoding.js";
import { countDown, get, type Kernel, loadVector, set } from "../../wasm/kernel.js";
import { CELL } from "../stage.js";

/** Values that are multiplied at a time: those of a cell. */
export const BLOCK = CELL * CELL;

/** Rows of the query that a row of the reference is multiplied with at a time. */
export const LANES = 4;

// The parameters that all kernels over blocks begin with, by index: where the block of the first row begins on either side and how many rows there are, the query's in fours (one at least of
// either), and the bytes from a row to the next.
const REFERENCE = 0;
const REFERENCE_ROWS = 1;
const QUERY = 2;
const QUERY_FOURS = 3;
const ROW_BYTES = 4;

/** The parameter behind them: where the results go. */
export const RESULTS = 5;

/** What is done with a block's products. */
interface Use {
  /** How many i32 the kernel takes, the six common ones among them. */
  readonly parameters: number;
  /** How many locals of 128 bits it needs. */
  readonly vectors: number;
  /** Instructions before the rows of the query are gone through. */
  readonly start?: (locals: UseLocals) => readonly number[];
  /** Instructions for each four of them: the products are on the stack. */
  readonly take: (locals: UseLocals) => readonly number[];
}

/** The locals that a use may have. */
interface UseLocals {
  /** An i32. */
  readonly address: number;
  /** The first of those of 128 bits. */
  readonly vector: number;
}

const VECTORS = Array.from({ length: BLOCK / LANES }, (_, place) => place);
const FOUR = [0, 1, 2, 3] as const;

/** Takes two lanes of either of two vectors, by the numbers 0 to 3 of the first's and 4 to 7 of the second's. */
const lanes = (...taken: readonly [number, number, number, number]): number[] => [
  ...[...VECTOR_OP.i8x16Shuffle, ...taken.flatMap((lane) => FOUR.map((byte) => 4 * lane + byte))],
];

/** Sums each of four locals over its lanes, into the lanes of one. */
function sumLanes(first: number): number[] {
  const halves = (p: number, q: number): number[] => [
    ...[...get(p), ...get(q), ...lanes(0, 4, 1, 5), ...get(p), ...get(q), ...lanes(2, 6, 3, 7)],
    ...VECTOR_OP.f32x4Add,
  ];
  return [
    ...[...halves(first, first + 1), ...set(first), ...halves(first + 2, first + 3), ...set(first + 1)],
    ...[...get(first), ...get(first + 1), ...lanes(0, 1, 4, 5)],
    ...[...get(first), ...get(first + 1), ...lanes(2, 3, 6, 7), ...VECTOR_OP.f32x4Add],
  ];
}

/** A kernel that multiplies a block of each row of the reference with the same block of each row of the query, four at a time. */
export function blocksKernel({ parameters, vectors, start, take }: Use): Kernel {
  const [at, left, address] = [parameters, parameters + 1, parameters + 2];
  const held = parameters + 3;
  const sums = held + VECTORS.length;
  const use = { address, vector: sums + LANES };
  const multiply = (sum: number): number[] => [
    ...VECTORS.flatMap((place) => [
      ...[...get(held + place), ...get(at), ...loadVector(place), ...VECTOR_OP.f32x4Mul],
      ...(place === 0 ? [] : VECTOR_OP.f32x4Add),
    ]),
    ...[...set(sum), ...get(at), ...get(ROW_BYTES), OP.i32Add, ...set(at)],
  ];
  const body = [
    ...countDown(REFERENCE_ROWS, [
      ...VECTORS.flatMap((place) => [...get(REFERENCE), ...loadVector(place), ...set(held + place)]),
      ...(start?.(use) ?? []),
      ...[...get(QUERY), ...set(at), ...get(QUERY_FOURS), ...set(left)],
      ...countDown(left, [...FOUR.flatMap((lane) => multiply(sums + lane)), ...sumLanes(sums), ...take(use)]),
      ...[...get(REFERENCE), ...get(ROW_BYTES), OP.i32Add, ...set(REFERENCE)],
    ]),
    ...[...get(RESULTS), OP.end],
  ];
  return { parameters, i32Locals: 3, v128Locals: VECTORS.length + LANES + vectors, body };
}
