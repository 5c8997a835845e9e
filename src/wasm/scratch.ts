import { reserve, type WasmMemory, wasm } from "./runtime.js";

/** What kernels work in that run one after the other: nothing in it outlives a call. */
export const scratch: WasmMemory = new wasm.Memory({ initial: 1 });

/** What a part of a memory begins on a multiple of, bytes: a vector. */
const ALIGNMENT = 16;

/** Where parts of so many bytes each begin in the {@link scratch} memory, one behind the other; it grows to hold them. */
export function scratchParts<Sizes extends readonly number[]>(
  ...sizes: Sizes
): { readonly [Part in keyof Sizes]: number } {
  let end = 0;
  const starts = sizes.map((bytes) => {
    const start = end;
    end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return start;
  });
  reserve(scratch, end);
  return starts as { [Part in keyof Sizes]: number };
}
