import { OP, signed, TYPE, VECTOR_OP } from "../wasm/encoding.js";
import { get, increase, kernelModule, loadVector, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Values of a wide descriptor: those of a descriptor in 16 bits each, and one that is always 0. */
export const WIDE_LENGTH = 64;

/** Bytes of a wide descriptor. */
export const WIDE_BYTES = 2 * WIDE_LENGTH;

/** What a value of 1 becomes in a wide descriptor; the product of two of unit length fits 32 bits. */
export const WIDE_FULL = 16_383;

/** Bytes written for a held descriptor: the highest product as int32, and the place of the asked one that has it. */
export const NEAREST_BYTES = 8;

/**
 * Finds, for each of some held wide descriptors, the asked one with the highest product, the first of equals. All arguments are numbers of bytes into the
 * memory except the two counts. Writes {@link NEAREST_BYTES} a held one to `nearest`.
 */
export type NearestKernel = (
  asked: number,
  askedCount: number,
  held: number,
  heldCount: number,
  nearest: number,
) => number;

// Parameters and locals of the kernel, by index.
const ASKED = 0;
const ASKED_COUNT = 1;
const HELD = 2;
const HELD_COUNT = 3;
const NEAREST = 4;
const AT = 5;
const PLACE = 6;
const PRODUCT = 7;
const MOST = 8;
const MOST_AT = 9;
const HELD_PLACE = 10;
const VALUES = 11;

const PARAMETERS = 5;
const VECTORS = WIDE_BYTES / 16;
const SUMS = VALUES + VECTORS;
const places = Array.from({ length: VECTORS }, (_, place) => place);

const HOLD = places.flatMap((place) => [...get(HELD), ...loadVector(place), ...set(VALUES + place)]);

const MULTIPLY = [
  ...places.flatMap((place) => [
    ...[...get(AT), ...loadVector(place), ...get(VALUES + place), ...VECTOR_OP.i32x4DotI16x8],
    ...(place === 0 ? [] : VECTOR_OP.i32x4Add),
  ]),
  ...set(SUMS),
  ...[0, 1, 2, 3].flatMap((lane) => [
    ...[...get(SUMS), ...VECTOR_OP.i32x4ExtractLane, lane],
    ...(lane === 0 ? [] : [OP.i32Add]),
  ]),
  ...set(PRODUCT),
];

const EACH_ASKED = [
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(PLACE), ...get(ASKED_COUNT), OP.i32GeU, OP.brIf, 1],
  ...MULTIPLY,
  ...[...get(PRODUCT), ...get(MOST), OP.i32GtS, OP.if, TYPE.none],
  ...[...get(PRODUCT), ...set(MOST), ...get(PLACE), ...set(MOST_AT), OP.end],
  ...[...increase(AT, WIDE_BYTES), ...increase(PLACE, 1), OP.br, 0, OP.end, OP.end],
];

/** The least int32. */
const LEAST = -(2 ** 31);

const BODY = [
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(HELD_PLACE), ...get(HELD_COUNT), OP.i32GeU, OP.brIf, 1],
  ...HOLD,
  ...[...get(ASKED), ...set(AT), OP.i32Const, 0, ...set(PLACE), OP.i32Const, 0, ...set(MOST_AT)],
  ...[OP.i32Const, ...signed(LEAST), ...set(MOST)],
  ...EACH_ASKED,
  ...[...get(NEAREST), ...get(MOST), OP.i32Store, 2, 0],
  ...[...get(NEAREST), ...get(MOST_AT), OP.i32Store, 2, 4],
  ...[...increase(NEAREST, NEAREST_BYTES), ...increase(HELD, WIDE_BYTES), ...increase(HELD_PLACE, 1)],
  ...[OP.br, 0, OP.end, OP.end],
  ...[...get(NEAREST), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: VALUES - PARAMETERS,
  v128Locals: VECTORS + 1,
  body: BODY,
});

/** The kernel over a memory: some 5 ns a product of 64 values. */
export function nearestKernel(memory: WasmMemory): NearestKernel {
  return runnable(MODULE, memory) as NearestKernel;
}
