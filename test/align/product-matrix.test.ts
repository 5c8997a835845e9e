import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { product } from "../../src/align/motion.js";
import { productMatrix } from "../../src/align/product-matrix.js";

const rows = (length: number) =>
  fc.array(
    fc
      .array(fc.integer({ min: -60, max: 60 }), { minLength: length, maxLength: length })
      .map((values) => Float32Array.from(values)),
    { minLength: 1, maxLength: 6 },
  );

const sides = fc.integer({ min: 0, max: 100 }).chain((length) => fc.tuple(rows(length), rows(length)));

describe("the matrix of products", () => {
  it("is the mean product of each row with each", () => {
    fc.assert(
      fc.property(sides, ([reference, query]) => {
        const matrix = productMatrix(reference, query);
        expect(matrix).toHaveLength(reference.length * query.length);
        for (const [i, one] of reference.entries()) {
          for (const [j, other] of query.entries())
            expect(matrix[i * query.length + j]).toBeCloseTo(product(one, other), 2);
        }
      }),
    );
  });
});
