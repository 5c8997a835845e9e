/** A growing block of bytes shared with a kernel; `buffer` is another object after each growth. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 65,536 bytes; returns how many there were. */
  grow(pages: number): number;
}

interface WasmRuntime {
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Node's WebAssembly, which only the browser's type library declares. */
export const wasm = (globalThis as unknown as { readonly WebAssembly: WasmRuntime }).WebAssembly;

const PAGE_BYTES = 65_536;

/** Makes sure that a memory has so many bytes; what it had stays. */
export function reserve(memory: WasmMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}
