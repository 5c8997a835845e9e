import { CODE_WORDS, SHORT_BYTES, STRONG } from "../signature/short-descriptor.js";
import { OP, TYPE, VECTOR_OP } from "../wasm/encoding.js";
import { get, increase, kernelModule, loadVector, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/**
 * Writes the codes (see `writeCode`) of short descriptors that follow each other, one after the other. `shorts` and `codes` are numbers of bytes into the memory.
 */
export type ShortCodeKernel = (shorts: number, count: number, codes: number) => number;

// Parameters and locals of the kernel, by index.
const SHORTS = 0;
const COUNT = 1;
const CODES = 2;
const PLACE = 3;
const VALUES = 4;

const PARAMETERS = 3;

/** A vector of sixteen equal bytes. */
const sixteen = (value: number): number[] => [OP.i32Const, value, ...VECTOR_OP.i8x16Splat];

/** Sixteen values become sixteen bits of the signs, and eight bytes on sixteen that tell the strong ones. */
const CODE = [0, 1, 2, 3].flatMap((part) => [
  ...[...get(SHORTS), ...loadVector(part), ...set(VALUES)],
  ...[...get(CODES), ...get(VALUES), ...sixteen(0), ...VECTOR_OP.i8x16GtS, ...VECTOR_OP.i8x16Bitmask],
  ...[OP.i32Store16, 1, 2 * part],
  ...[...get(CODES), ...get(VALUES), ...VECTOR_OP.i8x16Abs, ...sixteen(STRONG - 1), ...VECTOR_OP.i8x16GtU],
  ...[...VECTOR_OP.i8x16Bitmask, OP.i32Store16, 1, 8 + 2 * part],
]);

const BODY = [
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(PLACE), ...get(COUNT), OP.i32GeU, OP.brIf, 1],
  ...CODE,
  ...[...increase(SHORTS, SHORT_BYTES), ...increase(CODES, 4 * CODE_WORDS), ...increase(PLACE, 1)],
  ...[OP.br, 0, OP.end, OP.end],
  ...[...get(CODES), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: VALUES - PARAMETERS,
  v128Locals: 1,
  body: BODY,
});

/** The kernel over a memory: sixteen values at a time, where a loop over each takes fifteen times as long. */
export function shortCodeKernel(memory: WasmMemory): ShortCodeKernel {
  return runnable(MODULE, memory) as ShortCodeKernel;
}
