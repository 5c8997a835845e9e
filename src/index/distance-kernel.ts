import { OP, TYPE, unsigned, VECTOR_OP } from "../wasm/encoding.js";
import { get, increase, kernelModule, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Bytes of a pair: where its two short descriptors begin, uint32 each. */
export const PAIR_BYTES = 8;

/**
 * Squared distances of pairs of short descriptors, in 127ths squared. `pairs` and `distances` are numbers of bytes into the memory; writes one int32 a pair. Compares one pair after the other with so few instructions that the
 * processor waits for the memory of several at a time.
 */
export type DistanceKernel = (pairs: number, count: number, distances: number) => number;

// Parameters and locals of the kernel, by index.
const PAIRS = 0;
const COUNT = 1;
const DISTANCES = 2;
const P = 3;
const Q = 4;
const PLACE = 5;
const DIFFERENCE = 6;
const SUMS = 7;

const PARAMETERS = 3;

/** Eight bytes at a time, of 64. */
const EIGHTS = [0, 8, 16, 24, 32, 40, 48, 56];

const eightBytes = (address: number, offset: number): number[] => [
  ...[...get(address), ...VECTOR_OP.load8x8s, 3, ...unsigned(offset)],
];

const SQUARED = EIGHTS.flatMap((offset) => [
  ...[...eightBytes(P, offset), ...eightBytes(Q, offset), ...VECTOR_OP.i16x8Sub, OP.localTee, DIFFERENCE],
  ...[...get(DIFFERENCE), ...VECTOR_OP.i32x4DotI16x8],
  ...(offset === 0 ? [] : VECTOR_OP.i32x4Add),
]);

const SUM = [0, 1, 2, 3].flatMap((lane) => [
  ...[...get(SUMS), ...VECTOR_OP.i32x4ExtractLane, lane, ...(lane === 0 ? [] : [OP.i32Add])],
]);

const BODY = [
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(PLACE), ...get(COUNT), OP.i32GeU, OP.brIf, 1],
  ...[...get(PAIRS), OP.i32Load, 2, 0, ...set(P), ...get(PAIRS), OP.i32Load, 2, 4, ...set(Q)],
  ...[...SQUARED, ...set(SUMS), ...get(DISTANCES), ...SUM, OP.i32Store, 2, 0],
  ...[...increase(PAIRS, PAIR_BYTES), ...increase(DISTANCES, 4), ...increase(PLACE, 1)],
  ...[OP.br, 0, OP.end, OP.end],
  ...[...get(DISTANCES), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: DIFFERENCE - PARAMETERS,
  v128Locals: 2,
  body: BODY,
});

/** The kernel over a memory. */
export function distanceKernel(memory: WasmMemory): DistanceKernel {
  return runnable(MODULE, memory) as DistanceKernel;
}
