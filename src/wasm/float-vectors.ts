import { VECTOR_OP } from "./encoding.js";
import { at, get, set } from "./kernel.js";

/** Instructions that leave one vector of four float32 on the stack, built from others that do. */
type Vector = readonly number[];

const of =
  (operation: readonly number[]) =>
  (...operands: readonly Vector[]): number[] => [...operands.flat(), ...operation];

/** Sum, difference, product and quotient of two. */
export const plus = of(VECTOR_OP.f32x4Add);
/** See {@link plus}. */
export const minus = of(VECTOR_OP.f32x4Sub);
/** See {@link plus}. */
export const times = of(VECTOR_OP.f32x4Mul);
/** See {@link plus}. */
export const over = of(VECTOR_OP.f32x4Div);

/** The smaller and the larger of two; the first of what is no number. */
export const smaller = of(VECTOR_OP.f32x4Pmin);
/** See {@link smaller}. */
export const larger = of(VECTOR_OP.f32x4Pmax);

/** Without its sign; rounded down. */
export const absolute = of(VECTOR_OP.f32x4Abs);
/** See {@link absolute}. */
export const floor = of(VECTOR_OP.f32x4Floor);

/** All bits of a lane where the first is at most the second, else none. */
export const atMost = of(VECTOR_OP.f32x4Le);

/** The bits that both have. */
export const both = of(VECTOR_OP.and);

/** All bits of the lanes that are numbers. */
export const isNumber = (vector: Vector): number[] => [...vector, ...vector, ...VECTOR_OP.f32x4Eq];

/** Adds a vector to a local. */
export const addTo = (local: number, vector: Vector): number[] => [
  ...plus(get(local), vector),
  ...set(local),
];

/** A float32 at byte `4 * place` after the address in a local, in all lanes. */
export const splatFrom = (address: number, place: number): number[] => [
  ...[...get(address), ...VECTOR_OP.load32Splat, ...at(2, 4 * place)],
];

/** Lanes of two vectors: 0 to 3 are those of the first, 4 to 7 those of the second. */
export const lanes = (one: Vector, other: Vector, chosen: readonly number[]): number[] => [
  ...[...one, ...other, ...VECTOR_OP.i8x16Shuffle],
  ...chosen.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
];

/** A constant of the lanes given, or of one number in all of them. */
export const vectorOf = (...numbers: readonly number[]): number[] => [
  ...VECTOR_OP.const,
  ...new Uint8Array(Float32Array.from({ length: 4 }, (_, lane) => numbers[lane % numbers.length]!).buffer),
];

/** The same of int32. */
export const integersOf = (...numbers: readonly number[]): number[] => [
  ...VECTOR_OP.const,
  ...new Uint8Array(Int32Array.from({ length: 4 }, (_, lane) => numbers[lane % numbers.length]!).buffer),
];
