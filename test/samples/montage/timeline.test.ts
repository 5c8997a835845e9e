import { expect, test } from "vitest";
import { faster, keepPieces, later } from "../../../samples/montage/timeline.js";

const WHOLE = [{ a: [0, 10], b: [0, 10] }] as const;

test("a trimmed start moves the rest to the beginning", () => {
  expect(keepPieces(WHOLE, [[4, 10]])).toEqual([{ a: [4, 10], b: [0, 6] }]);
});

test("swapped shots play in their new order", () => {
  expect(
    keepPieces(WHOLE, [
      [0, 2],
      [6, 10],
      [2, 6],
    ]),
  ).toEqual([
    { a: [0, 2], b: [0, 2] },
    { a: [6, 10], b: [2, 6] },
    { a: [2, 6], b: [6, 10] },
  ]);
});

test("speed, an intro and a cut add up", () => {
  const edited = keepPieces(later(faster(WHOLE, 2), 1), [[0, 3]]);
  expect(edited).toEqual([{ a: [0, 4], b: [1, 3] }]);
});
