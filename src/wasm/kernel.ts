import { name, OP, SECTION, section, signed, TYPE, unsigned, VECTOR_OP, vector } from "./encoding.js";
import { type WasmMemory, wasm } from "./runtime.js";

/** Puts a local on the stack. */
export const get = (local: number): number[] => [OP.localGet, local];

/** Takes what is on the stack into a local. */
export const set = (local: number): number[] => [OP.localSet, local];

/** Adds a constant to an i32 local. */
export const increase = (local: number, by: number): number[] => [
  ...get(local),
  OP.i32Const,
  ...signed(by),
  OP.i32Add,
  ...set(local),
];

/** A constant on the stack. */
export const constant = (value: number): number[] => [OP.i32Const, ...signed(value)];

/** Adds up two i32 locals. */
export const sum = (one: number, other: number): number[] => [...get(one), ...get(other), OP.i32Add];

/** Runs instructions once, and again for as long as a condition, an i32 on the stack, holds after them. */
export const repeat = (body: readonly number[], condition: readonly number[]): number[] => [
  ...[OP.loop, TYPE.none, ...body, ...condition, OP.brIf, 0, OP.end],
];

/** What a load or store needs besides the address on the stack: alignment as a power of two, and bytes to add to the address. */
export const at = (alignment: number, offset = 0): number[] => [alignment, ...unsigned(offset)];

/** Loads the i64 at byte `8 * word` after the address on the stack; 3 is the alignment, 2^3 bytes. */
export const loadWord = (word: number): number[] => [OP.i64Load, 3, 8 * word];

/** Loads 128 bits at byte `16 * place` after the address on the stack; 4 is the alignment, 2^4 bytes. */
export const loadVector = (place: number): number[] => [...VECTOR_OP.load, 4, ...unsigned(16 * place)];

/** Stores the 128 bits on the stack at byte `16 * place` after the address under them. */
export const storeVector = (place: number): number[] => [...VECTOR_OP.store, ...at(4, 16 * place)];

/** Runs instructions as often as an i32 local says, at least once, and leaves 0 in it. */
export const countDown = (local: number, body: readonly number[]): number[] =>
  repeat([...body, ...increase(local, -1)], get(local));

/** A function over a memory. */
export interface Kernel {
  /** How many i32 it takes; it returns one. They are the locals from 0 on. */
  readonly parameters: number;
  /** How many i32 locals follow them, then how many i64 ones and how many of 128 bits; all begin with 0. */
  readonly i32Locals: number;
  readonly i64Locals?: number;
  readonly v128Locals?: number;
  /** Its instructions, the closing `end` with them. */
  readonly body: readonly number[];
}

/** The bytes of a module with one kernel, which takes its memory from outside. */
export function kernelModule({
  parameters,
  i32Locals,
  i64Locals = 0,
  v128Locals = 0,
  body,
}: Kernel): Uint8Array {
  const locals = vector([
    [i32Locals, TYPE.i32],
    [i64Locals, TYPE.i64],
    [v128Locals, TYPE.v128],
  ]);
  const taken = Array.from({ length: parameters }, () => [TYPE.i32]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(SECTION.type, vector([[TYPE.function, ...vector(taken), ...vector([[TYPE.i32]])]])),
    // A memory (kind 2) of at least one page, without an upper limit.
    ...section(SECTION.import, vector([[...name("samecut"), ...name("memory"), 2, 0, 1]])),
    ...section(SECTION.function, vector([[0]])),
    ...section(SECTION.export, vector([[...name("run"), 0, 0]])),
    ...section(SECTION.code, vector([[...unsigned(locals.length + body.length), ...locals, ...body]])),
  ]);
}

/** The kernel of {@link kernelModule}, over a memory. */
export function runnable(module: Uint8Array, memory: WasmMemory): unknown {
  return new wasm.Instance(new wasm.Module(module), { samecut: { memory } }).exports.run;
}
