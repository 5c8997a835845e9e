import { OP, VECTOR_OP } from "../wasm/encoding.js";
import { at, constant, get, increase, kernelModule, repeat, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** Luma from which values are counted: float32 sums are the more exact the smaller they are, and a descriptor has no mean. */
const MIDDLE_LUMA = 128;

/** Luma values are read and written so many at a time. */
export const VALUES_TOGETHER = 16;

/** Luma levels as float32, less {@link MIDDLE_LUMA}. `luma`, its end and `values` are numbers of bytes into the memory; {@link VALUES_TOGETHER} are written at a time. */
export type LumaKernel = (luma: number, end: number, values: number) => number;

// Parameters and locals of the kernel, by index.
const LUMA = 0;
const END = 1;
const VALUES = 2;
const BYTES = 3;
const WORDS = 4;

const PARAMETERS = 3;

const half = (widen: readonly number[], first: number): number[] => [
  ...[...get(BYTES), ...widen, ...constant(MIDDLE_LUMA), ...VECTOR_OP.i16x8Splat],
  ...[...VECTOR_OP.i16x8Sub, ...set(WORDS)],
  ...[VECTOR_OP.i32x4ExtendLowI16x8S, VECTOR_OP.i32x4ExtendHighI16x8S].flatMap((low, place) => [
    ...[...get(VALUES), ...get(WORDS), ...low, ...VECTOR_OP.f32x4ConvertI32x4S],
    ...[...VECTOR_OP.store, ...at(2, first + 16 * place)],
  ]),
];

const BODY = [
  ...repeat(
    [
      ...[...get(LUMA), ...VECTOR_OP.load, ...at(0), ...set(BYTES)],
      ...[...half(VECTOR_OP.i16x8ExtendLowI8x16U, 0), ...half(VECTOR_OP.i16x8ExtendHighI8x16U, 32)],
      ...[...increase(LUMA, VALUES_TOGETHER), ...increase(VALUES, 4 * VALUES_TOGETHER)],
    ],
    [...get(LUMA), ...get(END), OP.i32LtU],
  ),
  ...[...get(VALUES), OP.end],
];

const MODULE = kernelModule({ parameters: PARAMETERS, i32Locals: 0, v128Locals: 2, body: BODY });

/** The kernel over a memory. */
export function lumaKernel(memory: WasmMemory): LumaKernel {
  return runnable(MODULE, memory) as LumaKernel;
}
