/** The few WebAssembly instructions and types our kernels are written in, by their names in the specification. */
export const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  i64Load: 0x29,
  f32Load: 0x2a,
  f64Load: 0x2b,
  i32Load8U: 0x2d,
  i32Store: 0x36,
  i32Store8: 0x3a,
  i32Store16: 0x3b,
  i32Const: 0x41,
  i32Eq: 0x46,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtS: 0x4a,
  i32LeU: 0x4d,
  i32GeU: 0x4f,
  f32Ge: 0x60,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32And: 0x71,
  i32Or: 0x72,
  i32Xor: 0x73,
  i32Shl: 0x74,
  i32ShrU: 0x76,
  i64Popcnt: 0x7b,
  i64Add: 0x7c,
  i64And: 0x83,
  i64Or: 0x84,
  i64Xor: 0x85,
  f32Sqrt: 0x91,
  f32Add: 0x92,
  f32Div: 0x95,
  i32WrapI64: 0xa7,
  f32ConvertI32S: 0xb2,
  f64PromoteF32: 0xbb,
} as const;

/** The same of those that work on 128 bits at a time; each is this byte, then its number. */
export const VECTOR_OP = {
  load: [0xfd, 0x00],
  load8x8s: [0xfd, 0x01],
  load32Splat: [0xfd, 0x09],
  store: [0xfd, 0x0b],
  const: [0xfd, 0x0c],
  i8x16Shuffle: [0xfd, 0x0d],
  i8x16Splat: [0xfd, 0x0f],
  i16x8Splat: [0xfd, 0x10],
  i32x4Splat: [0xfd, 0x11],
  f32x4Splat: [0xfd, 0x13],
  f64x2Splat: [0xfd, 0x14],
  i32x4ExtractLane: [0xfd, 0x1b],
  f32x4ExtractLane: [0xfd, 0x1f],
  i8x16GtS: [0xfd, 0x27],
  i8x16GtU: [0xfd, 0x28],
  f32x4Eq: [0xfd, 0x41],
  f32x4Ne: [0xfd, 0x42],
  f32x4Le: [0xfd, 0x45],
  and: [0xfd, 0x4e],
  or: [0xfd, 0x50],
  xor: [0xfd, 0x51],
  bitselect: [0xfd, 0x52],
  load64Lane: [0xfd, 0x57],
  store32Lane: [0xfd, 0x5a],
  store64Lane: [0xfd, 0x5b],
  load32Zero: [0xfd, 0x5c],
  load64Zero: [0xfd, 0x5d],
  f32x4DemoteF64x2: [0xfd, 0x5e],
  f64x2PromoteF32x4: [0xfd, 0x5f],
  i8x16Abs: [0xfd, 0x60],
  i8x16Neg: [0xfd, 0x61],
  i8x16Bitmask: [0xfd, 0x64],
  i8x16NarrowI16x8U: [0xfd, 0x66],
  f32x4Floor: [0xfd, 0x68],
  i8x16ShrU: [0xfd, 0x6d],
  i8x16Add: [0xfd, 0x6e],
  i16x8ExtendLowI8x16U: [0xfd, 0x89, 0x01],
  i16x8ExtendHighI8x16U: [0xfd, 0x8a, 0x01],
  i16x8Sub: [0xfd, 0x91, 0x01],
  i16x8ExtmulLowI8x16U: [0xfd, 0x9e, 0x01],
  i16x8ExtmulHighI8x16U: [0xfd, 0x9f, 0x01],
  i32x4AllTrue: [0xfd, 0xa3, 0x01],
  i32x4ExtendLowI16x8S: [0xfd, 0xa7, 0x01],
  i32x4ExtendHighI16x8S: [0xfd, 0xa8, 0x01],
  i32x4ExtendLowI16x8U: [0xfd, 0xa9, 0x01],
  i32x4Add: [0xfd, 0xae, 0x01],
  i32x4Sub: [0xfd, 0xb1, 0x01],
  i32x4MaxS: [0xfd, 0xb8, 0x01],
  i32x4DotI16x8: [0xfd, 0xba, 0x01],
  f32x4Abs: [0xfd, 0xe0, 0x01],
  f32x4Sqrt: [0xfd, 0xe3, 0x01],
  f32x4Add: [0xfd, 0xe4, 0x01],
  f32x4Sub: [0xfd, 0xe5, 0x01],
  f32x4Mul: [0xfd, 0xe6, 0x01],
  f32x4Div: [0xfd, 0xe7, 0x01],
  f32x4Pmin: [0xfd, 0xea, 0x01],
  f32x4Pmax: [0xfd, 0xeb, 0x01],
  f64x2Add: [0xfd, 0xf0, 0x01],
  f64x2Mul: [0xfd, 0xf2, 0x01],
  i32x4TruncSatF32x4S: [0xfd, 0xf8, 0x01],
  f32x4ConvertI32x4S: [0xfd, 0xfa, 0x01],
  f32x4ConvertI32x4U: [0xfd, 0xfb, 0x01],
} as const;

/** Value types and the type of a block without a result. */
export const TYPE = { i32: 0x7f, i64: 0x7e, v128: 0x7b, function: 0x60, none: 0x40 } as const;

/** Section numbers of a module. */
export const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

/** An unsigned integer in LEB128, as all counts and indexes are written. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** A signed integer in LEB128, as constants are written. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    if (rest === ((low & 0x40) === 0 ? 0 : -1)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** A vector: the count, then the elements. */
export function vector(elements: readonly (readonly number[])[]): number[] {
  return [...unsigned(elements.length), ...elements.flat()];
}

/** A name: its length in bytes, then UTF-8. */
export function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...unsigned(bytes.length), ...bytes];
}

/** A section: number, length in bytes, content. */
export function section(number: number, content: readonly number[]): number[] {
  return [number, ...unsigned(content.length), ...content];
}
