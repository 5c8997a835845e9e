import { OP, TYPE, unsigned, VECTOR_OP } from "../wasm/encoding.js";
import { get, increase, kernelModule, runnable, set } from "../wasm/kernel.js";
import type { WasmMemory } from "../wasm/runtime.js";

/** What a transform is made of: the side of the square view and the frequencies kept per axis, an even number. */
export interface DctShape {
  readonly side: number;
  readonly frequencies: number;
}

/**
 * The lowest frequencies of a square view. All arguments are numbers of bytes into the memory: the view as float32, the cosines as float64, once a row of frequencies for each
 * pixel (`byPixel`) and once a row of pixels for each frequency (`byFrequency`), room for the view's rows as float32, and where the coefficients go, as float64.
 * Adds in the order a plain loop does, so the coefficients are the same to the last bit.
 */
export type DctKernel = (
  view: number,
  byPixel: number,
  byFrequency: number,
  rows: number,
  coefficients: number,
) => number;

// Parameters and locals of the kernel, by index.
const VIEW = 0;
const BY_PIXEL = 1;
const BY_FREQUENCY = 2;
const ROWS = 3;
const COEFFICIENTS = 4;
const COUNT = 5;
const ROW = 6;
const FACTOR = 7;
const SUMS = 8;

const PARAMETERS = 5;

const [FLOAT, DOUBLE, PAIR] = [4, 8, 16];

/** The address on the stack, and so many bytes on: alignment as a power of two, then the offset. */
const at = (alignment: number, offset: number): number[] => [alignment, ...unsigned(offset)];

/** Runs `body` a number of times. */
function times(count: number, body: readonly number[]): number[] {
  return [
    ...[OP.i32Const, 0, ...set(COUNT), OP.loop, TYPE.none],
    ...body,
    ...[...increase(COUNT, 1), ...get(COUNT), OP.i32Const, count, OP.i32LtU, OP.brIf, 0, OP.end],
  ];
}

function bodyOf({ side, frequencies }: DctShape): number[] {
  const pairs = Array.from({ length: frequencies / 2 }, (_, pair) => pair);
  const pixels = Array.from({ length: side }, (_, pixel) => pixel);
  const addTo = (pair: number, pixel: number, factors: readonly number[]): number[] => [
    ...(pixel === 0 ? [] : get(SUMS + pair)),
    ...[...factors, ...get(FACTOR), ...VECTOR_OP.f64x2Mul],
    ...[...(pixel === 0 ? [] : VECTOR_OP.f64x2Add), ...set(SUMS + pair)],
  ];
  const eachRow = [
    ...pixels.flatMap((pixel) => [
      ...[...get(VIEW), OP.f32Load, ...at(2, pixel * FLOAT), OP.f64PromoteF32],
      ...[...VECTOR_OP.f64x2Splat, ...set(FACTOR)],
      ...pairs.flatMap((pair) =>
        addTo(pair, pixel, [
          ...[...get(BY_PIXEL), ...VECTOR_OP.load, ...at(3, pixel * frequencies * DOUBLE + pair * PAIR)],
        ]),
      ),
    ]),
    ...pairs.flatMap((pair) => [
      ...[...get(ROW), ...get(SUMS + pair), ...VECTOR_OP.f32x4DemoteF64x2],
      ...[...VECTOR_OP.store64Lane, ...at(2, pair * 2 * FLOAT), 0],
    ]),
    ...[...increase(VIEW, side * FLOAT), ...increase(ROW, frequencies * FLOAT)],
  ];
  const eachFrequency = [
    ...pixels.flatMap((pixel) => [
      ...[...get(BY_FREQUENCY), OP.f64Load, ...at(3, pixel * DOUBLE)],
      ...[...VECTOR_OP.f64x2Splat, ...set(FACTOR)],
      ...pairs.flatMap((pair) =>
        addTo(pair, pixel, [
          ...[...get(ROWS), ...VECTOR_OP.load64Zero, ...at(2, (pixel * frequencies + pair * 2) * FLOAT)],
          ...VECTOR_OP.f64x2PromoteF32x4,
        ]),
      ),
    ]),
    ...pairs.flatMap((pair) => [
      ...[...get(COEFFICIENTS), ...get(SUMS + pair), ...VECTOR_OP.store, ...at(3, pair * PAIR)],
    ]),
    ...[...increase(BY_FREQUENCY, side * DOUBLE), ...increase(COEFFICIENTS, frequencies * DOUBLE)],
  ];
  return [
    ...[...get(ROWS), ...set(ROW)],
    ...times(side, eachRow),
    ...times(frequencies, eachFrequency),
    ...[...get(COEFFICIENTS), OP.end],
  ];
}

/** The kernel over a memory: some 2 µs a view of 24 x 24. */
export function dctKernel(memory: WasmMemory, shape: DctShape): DctKernel {
  const module = kernelModule({
    parameters: PARAMETERS,
    i32Locals: FACTOR - PARAMETERS,
    v128Locals: 1 + shape.frequencies / 2,
    body: bodyOf(shape),
  });
  return runnable(module, memory) as DctKernel;
}
