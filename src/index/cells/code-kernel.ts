import { CODE_WORDS } from "../../signature/short-descriptor.js";
import { OP, TYPE } from "../../wasm/encoding.js";
import { get, increase, kernelModule, loadWord, runnable, set } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";

/** Bits a hit gives to the place of the view; the place of the asked one is in the bits above. */
export const PLACE_BITS = 16;

/**
 * Compares the codes (see `writeCode`) of stored views with those of asked ones, each with each. All arguments are numbers of bytes into the memory except the two counts and the
 * two bounds. The stored ones follow each other; the asked ones are those from `asked` on that `numbers` names (uint32, from 0). Writes one uint32 a hit to `hits`, place in `numbers` << 16 | place of the stored one, and returns how many. A hit differs in at most `bits` signs, and in at most
 * `weight`, where each sign counts 1, one of a value that is strong on either side 2 more, and on both 3 more again. At most 65,536 of either a call.
 */
export type CodeKernel = (
  stored: number,
  storedCount: number,
  asked: number,
  numbers: number,
  numberCount: number,
  bits: number,
  weight: number,
  hits: number,
) => number;

// Parameters and locals of the kernel, by index.
const STORED = 0;
const STORED_COUNT = 1;
const ASKED = 2;
const NUMBERS = 3;
const NUMBER_COUNT = 4;
const BITS = 5;
const WEIGHT = 6;
const HITS = 7;
const AT = 8;
const END = 9;
const ASKED_PLACE = 10;
const FIRST_HIT = 11;
const DIFFERENT = 12;
const SIGNS = 13;
const ASKED_STRONG = 14;
const DIFFERENCE = 15;
const STORED_STRONG = 16;

const CODE_BYTES = 4 * CODE_WORDS;
const CODE_SHIFT = Math.log2(CODE_BYTES);

const PARAMETERS = 8;
const I32_LOCALS = SIGNS - PARAMETERS;

const popcount = [OP.i64Popcnt, OP.i32WrapI64];
const shiftLeft = (by: number): number[] => [OP.i32Const, by, OP.i32Shl];

const NOTE = [
  ...[...get(HITS), ...get(ASKED_PLACE), ...shiftLeft(PLACE_BITS), ...get(AT), ...get(STORED), OP.i32Sub],
  ...[OP.i32Const, CODE_SHIFT, OP.i32ShrU, OP.i32Or],
  ...[OP.i32Store, 2, 0],
  ...increase(HITS, 4),
];

/** How many of the values that differ in sign are strong on either side: the two words, joined. */
const strongOnes = (join: number): number[] => [
  ...[...get(STORED_STRONG), ...get(ASKED_STRONG), join, ...get(DIFFERENCE), OP.i64And, ...popcount],
];

const WEIGH = [
  ...[...get(AT), ...loadWord(1), ...set(STORED_STRONG), ...get(DIFFERENT)],
  ...[...strongOnes(OP.i64Or), ...shiftLeft(1), OP.i32Add],
  // Three times is four times less once.
  ...[...strongOnes(OP.i64And), OP.localTee, DIFFERENT, ...shiftLeft(2), OP.i32Add],
  ...[...get(DIFFERENT), OP.i32Sub, ...get(WEIGHT), OP.i32LeU, OP.if, TYPE.none, ...NOTE, OP.end],
];

const EACH_STORED = [
  ...[...get(STORED), ...set(AT), OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(AT), ...get(END), OP.i32GeU, OP.brIf, 1],
  ...[...get(AT), ...loadWord(0), ...get(SIGNS), OP.i64Xor, OP.localTee, DIFFERENCE],
  ...[...popcount, OP.localTee, DIFFERENT],
  ...[...get(BITS), OP.i32LeU, OP.if, TYPE.none, ...WEIGH, OP.end],
  ...[...increase(AT, CODE_BYTES), OP.br, 0, OP.end, OP.end],
];

/** The address of an asked code. */
const ASKED_AT = [...[...get(NUMBERS), OP.i32Load, 2, 0, ...shiftLeft(CODE_SHIFT), ...get(ASKED), OP.i32Add]];

const BODY = [
  ...[...get(HITS), ...set(FIRST_HIT)],
  ...[...get(STORED), ...get(STORED_COUNT), ...shiftLeft(CODE_SHIFT), OP.i32Add, ...set(END)],
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(ASKED_PLACE), ...get(NUMBER_COUNT), OP.i32GeU, OP.brIf, 1],
  ...[...ASKED_AT, OP.localTee, AT, ...loadWord(0), ...set(SIGNS)],
  ...[...get(AT), ...loadWord(1), ...set(ASKED_STRONG)],
  ...EACH_STORED,
  ...[...increase(NUMBERS, 4), ...increase(ASKED_PLACE, 1), OP.br, 0, OP.end, OP.end],
  ...[...get(HITS), ...get(FIRST_HIT), OP.i32Sub, OP.i32Const, 2, OP.i32ShrU, OP.end],
];

const MODULE = kernelModule({ parameters: PARAMETERS, i32Locals: I32_LOCALS, i64Locals: 4, body: BODY });

/** The kernel over a memory: some 1 ns a comparison, all of one cell's codes being near at hand. */
export function codeKernel(memory: WasmMemory): CodeKernel {
  return runnable(MODULE, memory) as CodeKernel;
}
