import { OP, VECTOR_OP } from "../wasm/encoding.js";
import { integersOf, lanes } from "../wasm/float-vectors.js";
import { at, get, increase, kernelModule, loadVector, repeat, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Values of a wide descriptor: those of a descriptor in 16 bits each, and one that is always 0. */
export const WIDE_LENGTH = 64;

/** Bytes of a wide descriptor. */
export const WIDE_BYTES = 2 * WIDE_LENGTH;

/** What a value of 1 becomes in a wide descriptor; the product of two of unit length fits 32 bits. */
export const WIDE_FULL = 16_383;

/** Asked descriptors are taken so many at a time. */
export const ASKED_TOGETHER = 4;

/** At most so many are asked together, a power of two: the place of the nearest shares 32 bits with its product. */
export const MOST_ASKED = 64;

/** Bytes written for a held descriptor. */
export const NEAREST_BYTES = 4;

/**
 * Finds, for each of some held wide descriptors, the asked one with the highest product, the first of equals. All arguments are numbers of bytes into the memory except the two counts: of the asked ones in
 * {@link ASKED_TOGETHER}s, at least one, and of the held ones, at least one. Writes an int32 a held one to `nearest`: the product to within {@link MOST_ASKED}, and in its lowest bits how far the asked one is from the last place.
 */
export type NearestKernel = (
  asked: number,
  askedQuads: number,
  held: number,
  heldCount: number,
  nearest: number,
) => number;

/** What the kernel has written of one held descriptor: the product, and the place of the asked one that has it. */
export const productOf = (nearest: number): number => nearest & -MOST_ASKED;
/** See {@link productOf}. */
export const placeOf = (nearest: number): number => MOST_ASKED - 1 - (nearest & (MOST_ASKED - 1));

// Parameters and locals of the kernel, by index.
const ASKED = 0;
const ASKED_QUADS = 1;
const HELD = 2;
const HELD_COUNT = 3;
const NEAREST = 4;
const AT = 5;
const QUADS = 6;
const MOST = 7;
const PLACES = 8;
const SUMS = 9;
const VALUES = SUMS + ASKED_TOGETHER;

const PARAMETERS = 5;
const VECTORS = WIDE_BYTES / 16;
const vectors = Array.from({ length: VECTORS }, (_, vector) => vector);

const HOLD = vectors.flatMap((vector) => [...get(HELD), ...loadVector(vector), ...set(VALUES + vector)]);

/** Four sums of the products of a held descriptor and one of those taken together. */
const multiply = (asked: number): number[] => [
  ...vectors.flatMap((vector) => [
    ...[...get(AT), ...loadVector(asked * VECTORS + vector), ...get(VALUES + vector)],
    ...[...VECTOR_OP.i32x4DotI16x8, ...(vector === 0 ? [] : VECTOR_OP.i32x4Add)],
  ]),
  ...set(SUMS + asked),
];

/** Two of the four sums of two descriptors each, then one of four. */
const addUp = (first: number, second: number, [low, high]: readonly [number[], number[]]): number[] => [
  ...lanes(get(SUMS + first), get(SUMS + second), low),
  ...[...lanes(get(SUMS + first), get(SUMS + second), high), ...VECTOR_OP.i32x4Add],
];
const HALVES: readonly [number[], number[]] = [
  [0, 4, 1, 5],
  [2, 6, 3, 7],
];
const WHOLES: readonly [number[], number[]] = [
  [0, 1, 4, 5],
  [2, 3, 6, 7],
];

const EACH_QUAD = [
  ...[0, 1, 2, 3].flatMap(multiply),
  ...[...addUp(0, 1, HALVES), ...set(SUMS), ...addUp(2, 3, HALVES), ...set(SUMS + 1)],
  ...[...addUp(0, 1, WHOLES), ...integersOf(-MOST_ASKED), ...VECTOR_OP.and, ...get(PLACES), ...VECTOR_OP.or],
  ...[...get(MOST), ...VECTOR_OP.i32x4MaxS, ...set(MOST)],
  ...[...get(PLACES), ...integersOf(ASKED_TOGETHER), ...VECTOR_OP.i32x4Sub, ...set(PLACES)],
  ...[...increase(AT, ASKED_TOGETHER * WIDE_BYTES), ...increase(QUADS, -1)],
];

/** The larger of each lane and another. */
const larger = (others: readonly number[]): number[] => [
  ...[...get(MOST), ...lanes(get(MOST), get(MOST), others), ...VECTOR_OP.i32x4MaxS, ...set(MOST)],
];

const EACH_HELD = [
  ...[...HOLD, ...get(ASKED), ...set(AT), ...get(ASKED_QUADS), ...set(QUADS)],
  ...[...integersOf(-(2 ** 31)), ...set(MOST)],
  ...[...integersOf(...[1, 2, 3, 4].map((place) => MOST_ASKED - place)), ...set(PLACES)],
  ...repeat(EACH_QUAD, get(QUADS)),
  ...[...larger([2, 3, 0, 1]), ...larger([1, 0, 3, 2])],
  ...[...get(NEAREST), ...get(MOST), ...VECTOR_OP.i32x4ExtractLane, 0, OP.i32Store, ...at(2)],
  ...[...increase(NEAREST, NEAREST_BYTES), ...increase(HELD, WIDE_BYTES), ...increase(HELD_COUNT, -1)],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: MOST - PARAMETERS,
  v128Locals: VALUES + VECTORS - MOST,
  body: [...repeat(EACH_HELD, get(HELD_COUNT)), ...get(NEAREST), OP.end],
});

/** The kernel over a memory: some 2 ns a product of 64 values. */
export function nearestKernel(memory: WasmMemory): NearestKernel {
  return runnable(MODULE, memory) as NearestKernel;
}
