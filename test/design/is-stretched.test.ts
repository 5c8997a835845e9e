import { expect, it } from "vitest";
import { isStretched } from "../../src/design/is-stretched.js";
import { distinctVerdict, type PairVerdict } from "../../src/verdict/verdict.js";

function stretched(stretch: number, grade: PairVerdict["grade"] = "duplicate"): boolean {
  const verdict = distinctVerdict();
  return isStretched({ grade, transform: { ...verdict.transform, stretch } });
}

it("notes a stretch in width and in height, and no slight one", () => {
  expect([1.25, 0.8, 1.78].map((stretch) => stretched(stretch))).toEqual([true, true, true]);
  expect([1, 1.1, 0.9].map((stretch) => stretched(stretch))).toEqual([false, false, false]);
});

it("believes no pair that shows other footage", () => {
  expect(stretched(1.4, "possible")).toBe(false);
  expect(stretched(1.4, "distinct")).toBe(false);
});
