import { OP, TYPE } from "../../wasm/encoding.js";
import { get, increase, kernelModule, loadWord, runnable, set } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";

/** Bytes of the signs of one view. */
export const SIGN_BYTES = 8;

/** Bits a hit gives to the place of the view; the place of the asked one is in the bits above. */
export const PLACE_BITS = 16;

/**
 * Compares the signs of stored views with those of asked ones, each with each. All arguments are numbers of bytes into the memory except the two counts and
 * `bits`, how many may differ (inclusive). Writes one uint32 a hit to `hits`, place of the asked one << 16 | place of the stored one, and
 * returns how many. At most 65,536 of either a call.
 */
export type SignKernel = (
  stored: number,
  storedCount: number,
  asked: number,
  askedCount: number,
  bits: number,
  hits: number,
) => number;

// Parameters and locals of the kernel, by index.
const STORED = 0;
const STORED_COUNT = 1;
const ASKED = 2;
const ASKED_COUNT = 3;
const BITS = 4;
const HITS = 5;
const AT = 6;
const PLACE = 7;
const ASKED_PLACE = 8;
const FIRST_HIT = 9;
const SIGNS = 10;

const PARAMETERS = 6;

const HIT = [
  ...[...get(HITS), ...get(ASKED_PLACE), OP.i32Const, PLACE_BITS, OP.i32Shl, ...get(PLACE), OP.i32Or],
  ...[OP.i32Store, 2, 0],
  ...increase(HITS, 4),
];

const EACH_STORED = [
  ...[...get(STORED), ...set(AT), OP.i32Const, 0, ...set(PLACE)],
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(PLACE), ...get(STORED_COUNT), OP.i32GeU, OP.brIf, 1],
  ...[...get(AT), ...loadWord(0), ...get(SIGNS), OP.i64Xor, OP.i64Popcnt, OP.i32WrapI64],
  ...[...get(BITS), OP.i32LeU, OP.if, TYPE.none, ...HIT, OP.end],
  ...[...increase(AT, SIGN_BYTES), ...increase(PLACE, 1), OP.br, 0, OP.end, OP.end],
];

const BODY = [
  ...[...get(HITS), ...set(FIRST_HIT)],
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(ASKED_PLACE), ...get(ASKED_COUNT), OP.i32GeU, OP.brIf, 1],
  ...[...get(ASKED), ...loadWord(0), ...set(SIGNS)],
  ...EACH_STORED,
  ...[...increase(ASKED, SIGN_BYTES), ...increase(ASKED_PLACE, 1), OP.br, 0, OP.end, OP.end],
  ...[...get(HITS), ...get(FIRST_HIT), OP.i32Sub, OP.i32Const, 2, OP.i32ShrU, OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: SIGNS - PARAMETERS,
  i64Locals: 1,
  body: BODY,
});

/** The kernel over a memory: some 0.7 ns a comparison, all of one cell's signs being near at hand. */
export function signKernel(memory: WasmMemory): SignKernel {
  return runnable(MODULE, memory) as SignKernel;
}
