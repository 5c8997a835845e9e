import { expect, it } from "vitest";
import { isStretched } from "../../src/design/is-stretched.js";

it("notes a stretch in width and in height, and no slight one", () => {
  expect([1.25, 0.8, 1.78].map((stretch) => isStretched("duplicate", stretch))).toEqual([true, true, true]);
  expect([1, 1.1, 0.9].map((stretch) => isStretched("duplicate", stretch))).toEqual([false, false, false]);
});

it("believes no pair that shows other footage", () => {
  expect(isStretched("possible", 1.4)).toBe(false);
  expect(isStretched("distinct", 1.4)).toBe(false);
});
