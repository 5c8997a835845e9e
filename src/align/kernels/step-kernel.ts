import { OP, VECTOR_OP } from "../../wasm/encoding.js";
import {
  absolute,
  addTo,
  atMost,
  both,
  floor,
  isNumber,
  lanes,
  larger,
  minus,
  over,
  plus,
  smaller,
  splatFrom,
  times,
  vectorOf,
} from "../../wasm/float-vectors.js";
import { at, constant, get, increase, kernelModule, repeat, runnable, set, sum } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";
import { PIXELS_TOGETHER, QUERY_PIXEL_BYTES, ROW_SUMS, SETTING, SUM } from "../step-sums.js";

/**
 * Adds up what a Gauss-Newton step needs, over pairs of planes that lie in the memory one after the other: `width` x `height` values of the reference, `pairBytes` apart, and pixels of the query ({@link QUERY_PIXEL_BYTES}), as
 * far apart. `settings` and `sums` are numbers of bytes too. Adds float64 numbers to what is at the latter: all `ROW_SUMS` sums of a row, over all rows; the same times the row's place from the middle; and times that squared. NaN is missing.
 */
export type StepKernel = (
  reference: number,
  query: number,
  pairBytes: number,
  pairs: number,
  width: number,
  height: number,
  settings: number,
  sums: number,
) => number;

// Parameters and locals of the kernel, by index: numbers, then vectors.
const REFERENCE = 0;
const QUERY = 1;
const PAIR_BYTES = 2;
const PAIRS = 3;
const WIDTH = 4;
const HEIGHT = 5;
const SETTINGS = 6;
const SUMS = 7;
const PAIR = 8;
const REFERENCE_ROW = 9;
const QUERY_PLANE = 10;
const AT = 11;
const X = 12;
const PIXEL = 13;
const PX = 14;
const PY = 15;
const QX = 16;
const QY = 17;
const LEFT = 18;
const TOP = 19;
const INDEX = 20;
const SEEN = 21;
const Q = 22;
const GX = 23;
const GY = 24;
const R = 25;
const RESIDUAL = 26;
const WEIGHT = 27;
const UPPER = 28;
const LOWER = 29;
const ROW_PLACE = 30;
const SAMPLES = 31;
const FIRST_SUM = SAMPLES + PIXELS_TOGETHER;

const PARAMETERS = 8;
const sumPlaces = Array.from({ length: ROW_SUMS }, (_, place) => place);

const setting = (name: keyof typeof SETTING): number[] => splatFrom(SETTINGS, SETTING[name]);
const sumOf = (name: keyof typeof SUM): number => FIRST_SUM + SUM[name];

/** Where the pixels of the reference lie in the query, from its first pixel on; whether they do at all. */
const PLACE = [
  ...plus(plus(times(setting("a"), get(PX)), times(setting("b"), get(PY))), setting("c")),
  ...set(QX),
  ...plus(plus(times(setting("d"), get(PX)), times(setting("e"), get(PY))), setting("f")),
  ...set(QY),
  ...both(
    both(atMost(vectorOf(-0.5), get(QX)), atMost(vectorOf(-0.5), get(QY))),
    both(
      both(
        atMost(get(QX), plus(setting("lastX"), vectorOf(0.5))),
        atMost(get(QY), plus(setting("lastY"), vectorOf(0.5))),
      ),
      atMost(get(PX), setting("halfWidth")),
    ),
  ),
  ...set(SEEN),
  ...[...larger(vectorOf(0), smaller(setting("lastX"), get(QX))), ...set(QX)],
  ...[...larger(vectorOf(0), smaller(setting("lastY"), get(QY))), ...set(QY)],
  ...[...smaller(floor(get(QX)), setting("lastButOneX")), ...set(LEFT)],
  ...[...smaller(floor(get(QY)), setting("lastButOneY")), ...set(TOP)],
  ...times(plus(times(get(TOP), setting("width")), get(LEFT)), vectorOf(QUERY_PIXEL_BYTES)),
  ...[...VECTOR_OP.i32x4TruncSatF32x4S, ...set(INDEX)],
  ...[...minus(get(QX), get(LEFT)), ...set(QX), ...minus(get(QY), get(TOP)), ...set(QY)],
];

/** A pixel of the query, so many bytes after the one to the upper left. */
const pixel = (offset: number): number[] => [...get(PIXEL), ...VECTOR_OP.load, ...at(2, offset)];

const between = (first: readonly number[], second: readonly number[], share: readonly number[]): number[] =>
  plus(first, times(minus(second, first), share));

/** Value and slopes of the query between its pixels, for one of those taken together. */
const sample = (lane: number): number[] => {
  const share = (local: number) => lanes(get(local), get(local), [lane, lane, lane, lane]);
  return [
    ...[...get(INDEX), ...VECTOR_OP.i32x4ExtractLane, lane, ...get(QUERY_PLANE), OP.i32Add],
    ...set(PIXEL),
    ...[...between(pixel(0), pixel(QUERY_PIXEL_BYTES), share(QX)), ...set(UPPER)],
    ...[...get(WIDTH), ...constant(QUERY_PIXEL_BYTES), OP.i32Mul, ...get(PIXEL), OP.i32Add, ...set(PIXEL)],
    ...[...between(pixel(0), pixel(QUERY_PIXEL_BYTES), share(QX)), ...set(LOWER)],
    ...[...between(get(UPPER), get(LOWER), share(QY)), ...set(SAMPLES + lane)],
  ];
};

/** From four pixels of value and slopes to four values and four of each slope. */
const SORT = [
  ...[...lanes(get(SAMPLES), get(SAMPLES + 1), [0, 4, 1, 5]), ...set(UPPER)],
  ...[...lanes(get(SAMPLES + 2), get(SAMPLES + 3), [0, 4, 1, 5]), ...set(LOWER)],
  ...[...lanes(get(UPPER), get(LOWER), [0, 1, 4, 5]), ...set(Q)],
  ...[...lanes(get(UPPER), get(LOWER), [2, 3, 6, 7]), ...set(GX)],
  ...lanes(
    lanes(get(SAMPLES), get(SAMPLES + 1), [2, 6, 2, 6]),
    lanes(get(SAMPLES + 2), get(SAMPLES + 3), [2, 6, 2, 6]),
    [0, 1, 4, 5],
  ),
  ...set(GY),
];

/** The weights of the pixels that both have; everything of the others becomes 0. */
const WEIGH = [
  ...[...get(AT), ...VECTOR_OP.load, ...at(2), ...set(R)],
  ...[...absolute(minus(get(R), get(Q))), ...set(RESIDUAL)],
  // Missing on either side, or beside what is missing.
  ...[...both(get(SEEN), isNumber(plus(plus(get(RESIDUAL), get(GX)), get(GY)))), ...set(SEEN)],
  ...[Q, GX, GY, R, RESIDUAL].flatMap((local) => [...both(get(local), get(SEEN)), ...set(local)]),
  ...over(vectorOf(1), plus(vectorOf(1), times(times(get(RESIDUAL), get(RESIDUAL)), setting("doubt")))),
  ...[...both(get(SEEN)), ...set(WEIGHT)],
];

/** Adds a product to its sum, times the place in the row to its second, times that squared to its third. */
const addProduct = (product: readonly number[], ...names: readonly (keyof typeof SUM)[]): number[] => [
  ...[...product, ...set(UPPER)],
  ...names.flatMap((name, power) => [
    ...(power === 0 ? [] : [...times(get(UPPER), get(PX)), ...set(UPPER)]),
    ...addTo(sumOf(name), get(UPPER)),
  ]),
];

const ADD = [
  ...[...addTo(sumOf("seen"), both(get(SEEN), vectorOf(1))), ...addTo(sumOf("weight"), get(WEIGHT))],
  ...addTo(sumOf("residual"), times(get(WEIGHT), get(RESIDUAL))),
  ...[...times(get(WEIGHT), get(GX)), ...set(LOWER)],
  ...addProduct(times(get(LOWER), get(GX)), "xx0", "xx1", "xx2"),
  ...addProduct(times(get(LOWER), get(GY)), "xy0", "xy1", "xy2"),
  ...addProduct(times(get(LOWER), get(Q)), "qx0", "qx1"),
  ...addProduct(times(get(LOWER), get(R)), "rx0", "rx1"),
  ...addProduct(get(LOWER), "x0", "x1"),
  ...[...times(get(WEIGHT), get(GY)), ...set(LOWER)],
  ...addProduct(times(get(LOWER), get(GY)), "yy0", "yy1", "yy2"),
  ...addProduct(times(get(LOWER), get(Q)), "qy0", "qy1"),
  ...addProduct(times(get(LOWER), get(R)), "ry0", "ry1"),
  ...addProduct(get(LOWER), "y0", "y1"),
  ...[...times(get(WEIGHT), get(Q)), ...set(LOWER), ...addTo(sumOf("q"), get(LOWER))],
  ...[...addTo(sumOf("qq"), times(get(LOWER), get(Q))), ...addTo(sumOf("qr"), times(get(LOWER), get(R)))],
  ...[...times(get(WEIGHT), get(R)), ...set(LOWER), ...addTo(sumOf("r"), get(LOWER))],
  ...addTo(sumOf("rr"), times(get(LOWER), get(R))),
];

const EACH_QUAD = [
  ...[...PLACE, ...[0, 1, 2, 3].flatMap(sample), ...SORT, ...WEIGH, ...ADD],
  ...[...increase(AT, 4 * PIXELS_TOGETHER), ...increase(X, PIXELS_TOGETHER)],
  ...addTo(PX, vectorOf(PIXELS_TOGETHER)),
];

const EACH_PAIR = [
  ...[...get(REFERENCE_ROW), ...set(AT), ...constant(0), ...set(X)],
  ...[...minus(vectorOf(0, 1, 2, 3), setting("halfWidth")), ...set(PX)],
  ...repeat(EACH_QUAD, [...get(X), ...get(WIDTH), OP.i32LtU]),
  ...[...sum(REFERENCE_ROW, PAIR_BYTES), ...set(REFERENCE_ROW)],
  ...[...sum(QUERY_PLANE, PAIR_BYTES), ...set(QUERY_PLANE), ...increase(PAIR, -1)],
];

/** Each of four sums over its four lanes, added to what the rows before have come to: as it is, times the row's place, and times that squared. */
const addSums = (first: number): number[] => {
  const halves = (local: number) =>
    plus(lanes(get(local), get(local + 1), [0, 4, 1, 5]), lanes(get(local), get(local + 1), [2, 6, 3, 7]));
  const place = (half: number, power: number) => at(3, 8 * (power * ROW_SUMS + first + 2 * half));
  return [
    ...[...halves(FIRST_SUM + first), ...set(UPPER), ...halves(FIRST_SUM + first + 2), ...set(LOWER)],
    ...plus(lanes(get(UPPER), get(LOWER), [0, 1, 4, 5]), lanes(get(UPPER), get(LOWER), [2, 3, 6, 7])),
    ...set(UPPER),
    ...[0, 1].flatMap((half) => [
      ...[...lanes(get(UPPER), get(UPPER), [2 * half, 2 * half + 1, 2, 3]), ...VECTOR_OP.f64x2PromoteF32x4],
      ...set(LOWER),
      ...[0, 1, 2].flatMap((power) => [
        ...(power === 0 ? [] : [...get(LOWER), ...get(ROW_PLACE), ...VECTOR_OP.f64x2Mul, ...set(LOWER)]),
        ...[...get(SUMS), ...get(SUMS), ...VECTOR_OP.load, ...place(half, power), ...get(LOWER)],
        ...[...VECTOR_OP.f64x2Add, ...VECTOR_OP.store, ...place(half, power)],
      ]),
    ]),
  ];
};

const EACH_ROW = [
  ...sumPlaces.flatMap((place) => [...vectorOf(0), ...set(FIRST_SUM + place)]),
  ...[
    ...get(REFERENCE),
    ...set(REFERENCE_ROW),
    ...get(QUERY),
    ...set(QUERY_PLANE),
    ...get(PAIRS),
    ...set(PAIR),
  ],
  ...repeat(EACH_PAIR, get(PAIR)),
  ...[...get(PY), ...VECTOR_OP.f64x2PromoteF32x4, ...set(ROW_PLACE)],
  ...sumPlaces.filter((place) => place % 4 === 0).flatMap(addSums),
  ...[...get(WIDTH), ...constant(4), OP.i32Mul, ...get(REFERENCE), OP.i32Add, ...set(REFERENCE)],
  ...[...increase(HEIGHT, -1), ...addTo(PY, vectorOf(1))],
];

const BODY = [
  ...[...minus(vectorOf(0), setting("halfHeight")), ...set(PY)],
  ...[...repeat(EACH_ROW, get(HEIGHT)), ...get(SUMS), OP.end],
];

const MODULE = kernelModule({
  parameters: PARAMETERS,
  i32Locals: PX - PARAMETERS,
  v128Locals: FIRST_SUM + ROW_SUMS - PX,
  body: BODY,
});

/** The kernel over a memory. */
export function stepKernel(memory: WasmMemory): StepKernel {
  return runnable(MODULE, memory) as StepKernel;
}
