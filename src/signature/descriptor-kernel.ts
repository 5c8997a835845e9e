import { OP, VECTOR_OP } from "../wasm/encoding.js";
import { integersOf } from "../wasm/float-vectors.js";
import { at, constant, get, kernelModule, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";
import { FLAT_NORM, FREQUENCIES } from "./dct.js";

/**
 * Makes a descriptor of coefficients, in the same places, the mean 0; see `descriptorOf`. Both are numbers of bytes into the memory, of `FREQUENCIES` x `FREQUENCIES` float32. Returns 0 for a flat view, else 1.
 */
export type DescriptorKernel = (coefficients: number, descriptor: number) => number;

// Parameters and locals of the kernel, by index.
const COEFFICIENTS = 0;
const DESCRIPTOR = 1;
const VALUES = 2;
const SIZES = 3;
const ENERGY = 4;
const ROOTED = 5;

const PARAMETERS = 2;
const VECTOR_BYTES = 16;
const vectors = Array.from({ length: (FREQUENCIES * FREQUENCIES) / 4 }, (_, place) => place);

const SIGN = integersOf(1 << 31);
const ALL_BUT_FIRST = integersOf(0, -1, -1, -1);

const addTo = (sums: number, values: readonly number[]): number[] => [
  ...[...get(sums), ...values, ...VECTOR_OP.f32x4Add, ...set(sums)],
];

const total = (sums: number): number[] =>
  [0, 1, 2, 3].flatMap((lane) => [
    ...[...get(sums), ...VECTOR_OP.f32x4ExtractLane, lane, ...(lane === 0 ? [] : [OP.f32Add])],
  ]);

const root = (place: number): number[] => [
  ...[...get(COEFFICIENTS), ...VECTOR_OP.load, ...at(2, place * VECTOR_BYTES)],
  ...[...(place === 0 ? [...ALL_BUT_FIRST, ...VECTOR_OP.and] : []), ...set(VALUES)],
  ...[...get(VALUES), ...VECTOR_OP.f32x4Abs, ...set(SIZES)],
  ...addTo(ENERGY, [...get(VALUES), ...get(VALUES), ...VECTOR_OP.f32x4Mul]),
  ...addTo(ROOTED, get(SIZES)),
  ...[...get(DESCRIPTOR), ...get(SIZES), ...VECTOR_OP.f32x4Sqrt],
  ...[...get(VALUES), ...SIGN, ...VECTOR_OP.and, ...VECTOR_OP.or],
  ...[...VECTOR_OP.store, ...at(2, place * VECTOR_BYTES)],
];

const scale = (place: number): number[] => [
  ...[...get(DESCRIPTOR), ...get(DESCRIPTOR), ...VECTOR_OP.load, ...at(2, place * VECTOR_BYTES)],
  ...[...get(VALUES), ...VECTOR_OP.f32x4Mul, ...VECTOR_OP.store, ...at(2, place * VECTOR_BYTES)],
];

const BODY = [
  ...vectors.flatMap(root),
  ...[...constant(1), OP.f32ConvertI32S, ...total(ROOTED), OP.f32Sqrt, OP.f32Div],
  ...[...VECTOR_OP.f32x4Splat, ...set(VALUES), ...vectors.flatMap(scale)],
  ...[...total(ENERGY), ...constant(FLAT_NORM ** 2), OP.f32ConvertI32S, OP.f32Ge, OP.end],
];

const MODULE = kernelModule({ parameters: PARAMETERS, i32Locals: 0, v128Locals: 4, body: BODY });

/** The kernel over a memory. */
export function descriptorKernel(memory: WasmMemory): DescriptorKernel {
  return runnable(MODULE, memory) as DescriptorKernel;
}
