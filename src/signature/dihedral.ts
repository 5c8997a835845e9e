import { DESCRIPTOR_LENGTH, FREQUENCIES } from "./dct.js";

/**
 * One of the eight ways to lay a square on itself, as the map `(x, y) -> (a x + b y, d x + e y)` that leads from a point of
 * the turned view to the point it shows of the view as it was.
 */
export interface Dihedral {
  readonly a: number;
  readonly b: number;
  readonly d: number;
  readonly e: number;
}

/** Identity first, then mirror, half turn, flip, and the four with rows and columns exchanged. */
export const DIHEDRALS: readonly Dihedral[] = [
  { a: 1, b: 0, d: 0, e: 1 },
  { a: -1, b: 0, d: 0, e: 1 },
  { a: -1, b: 0, d: 0, e: -1 },
  { a: 1, b: 0, d: 0, e: -1 },
  { a: 0, b: 1, d: 1, e: 0 },
  { a: 0, b: 1, d: -1, e: 0 },
  { a: 0, b: -1, d: -1, e: 0 },
  { a: 0, b: -1, d: 1, e: 0 },
];

/**
 * The descriptor that the turned view would have, without sampling it: mirroring an axis changes the sign of its odd
 * frequencies, exchanging the axes transposes the coefficients.
 */
export function turnDescriptor(values: Float32Array, turn: Dihedral): Float32Array {
  const out = new Float32Array(DESCRIPTOR_LENGTH);
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = v === 0 ? 1 : 0; u < FREQUENCIES; u++) {
      const swapped = turn.a === 0;
      const sourceU = swapped ? v : u;
      const sourceV = swapped ? u : v;
      // The view's x runs along sourceX; its sign is that of the map's entry in the row it feeds.
      const signX = swapped ? turn.b : turn.a;
      const signY = swapped ? turn.d : turn.e;
      const flips = (signX < 0 && sourceU % 2 === 1 ? 1 : 0) + (signY < 0 && sourceV % 2 === 1 ? 1 : 0);
      out[v * FREQUENCIES + u - 1] = (flips === 1 ? -1 : 1) * values[sourceV * FREQUENCIES + sourceU - 1]!;
    }
  }
  return out;
}

/** For each turn, which value (from 1) of a descriptor each value of the turned one is, negative where its sign changes. */
export const TURNED_FROM: readonly (readonly number[])[] = DIHEDRALS.map((turn) =>
  Array.from(
    turnDescriptor(
      Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, k) => k + 1),
      turn,
    ),
  ),
);
