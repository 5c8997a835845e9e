import { OP, TYPE, VECTOR_OP } from "../../wasm/encoding.js";
import { vectorOf } from "../../wasm/float-vectors.js";
import { get, loadVector, set } from "../../wasm/kernel.js";
import { CELL } from "../stage.js";

/** The locals of a kernel that a cell is smoothed with, each by its index or that of the first. */
interface Locals {
  /** Addresses of the rows that a cell is smoothed from, from the pixel left of it: {@link ROWS_SEEN}, i32. */
  readonly rows: number;
  /** {@link WORK} vectors. */
  readonly work: number;
  /** The smooth pixels, row by row, vectors. */
  readonly smooth: number;
}

/** Its own, one above and one below. */
export const ROWS_SEEN = CELL + 2;

/** Rows smoothed across that are held. */
const HELD = 3;

/** Vectors that smoothing takes besides the result. */
export const WORK = 3 + HELD * CELL;

/** Half of the middle one and a quarter of either neighbour. */
type Binomial = (before: number, value: number, after: number) => number[];

const binomial = (before: readonly number[], value: number, after: readonly number[]): number[] => [
  ...[...get(value), ...vectorOf(0.5), ...VECTOR_OP.f32x4Mul],
  ...[...before, ...after, ...VECTOR_OP.f32x4Add],
  ...[...vectorOf(0.25), ...VECTOR_OP.f32x4Mul, ...VECTOR_OP.f32x4Add],
];

const inside: Binomial = (before, value, after) => binomial(get(before), value, get(after));

/** A local, or where that is NaN another one. */
const or = (local: number, other: number): number[] => [
  ...[...get(other), ...get(local), ...get(local), ...get(local), ...VECTOR_OP.f32x4Ne],
  ...VECTOR_OP.bitselect,
];

const atAnEdge: Binomial = (before, value, after) => binomial(or(before, value), value, or(after, value));

const SIDE = Array.from({ length: CELL }, (_, place) => place);

/** Smooths the pixels of a cell into locals with a 3 x 3 binomial filter; where a neighbour is NaN a pixel's own value counts for it. */
export function smoothCell({ rows, work, smooth }: Locals): number[] {
  const [before, value, after] = [work, work + 1, work + 2];
  /** The locals of a row smoothed across: rows take turns. */
  const across = (row: number) => work + 3 + (row % HELD) * CELL;
  const load = (row: number, place: number, into: number): number[] => [
    ...[...get(rows + row), ...loadVector(place), ...set(into)],
  ];
  const smoothAcross = (row: number, by: Binomial): number[] => [
    ...[...load(row, 0, before), ...load(row, 1, value)],
    ...SIDE.flatMap((x) => [
      ...[...load(row, x + 2, after), ...by(before, value, after), ...set(across(row) + x)],
      ...[...get(value), ...set(before), ...get(after), ...set(value)],
    ]),
  ];
  const smoothAll = (by: Binomial): number[] => [
    ...[...smoothAcross(0, by), ...smoothAcross(1, by)],
    ...SIDE.flatMap((y) => [
      ...smoothAcross(y + 2, by),
      ...SIDE.flatMap((x) => [
        ...by(across(y) + x, across(y + 1) + x, across(y + 2) + x),
        ...set(smooth + y * CELL + x),
      ]),
    ]),
  ];
  const corner = (row: number, place: number) => [...get(rows + row), ...loadVector(place)];
  const [bottom, right] = [ROWS_SEEN - 1, CELL + 1];
  return [
    // What is not NaN is convex: where the corners are not, nothing is. Looking for edges takes two thirds of the time.
    ...[...corner(0, 0), ...corner(0, right), ...VECTOR_OP.f32x4Add],
    ...[...corner(bottom, 0), ...corner(bottom, right), ...VECTOR_OP.f32x4Add, ...VECTOR_OP.f32x4Add],
    ...[OP.localTee, value, ...get(value), ...VECTOR_OP.f32x4Eq, ...VECTOR_OP.i32x4AllTrue],
    ...[OP.if, TYPE.none, ...smoothAll(inside), OP.else, ...smoothAll(atAnEdge), OP.end],
  ];
}
