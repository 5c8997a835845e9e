import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveSymmetric } from "../../src/align/solve.js";

const SIZE = 4;
const numbers = (count: number) =>
  fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: count, maxLength: count });

/** `rootᵀ · root + 1`: symmetric and positive definite whatever the root. */
function definite(root: readonly number[]): number[][] {
  return Array.from({ length: SIZE }, (_, i) =>
    Array.from({ length: SIZE }, (_, j) => {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < SIZE; k++) sum += root[k * SIZE + i]! * root[k * SIZE + j]!;
      return sum;
    }),
  );
}

/** Row by row, with nothing below the diagonal. */
const upperTriangle = (matrix: number[][]) =>
  Float64Array.from(matrix.flatMap((row, i) => row.map((value, j) => (j >= i ? value : Number.NaN))));

describe("solveSymmetric", () => {
  it("finds what was multiplied, from the upper triangle alone", () => {
    fc.assert(
      fc.property(numbers(SIZE * SIZE), numbers(SIZE), (root, expected) => {
        const matrix = definite(root);
        const right = Float64Array.from(matrix, (row) =>
          row.reduce((sum, value, j) => sum + value * expected[j]!, 0),
        );
        const found = solveSymmetric(upperTriangle(matrix), right, SIZE)!;
        for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[i]!, 5);
      }),
    );
  });

  it("finds no answer where there are many", () => {
    const ones = new Float64Array(SIZE * SIZE).fill(1);
    expect(solveSymmetric(ones, new Float64Array(SIZE), SIZE)).toBeUndefined();
  });
});
