import { describe, expect, it } from "vitest";
import { isPlausible } from "../../src/align/plausible.js";
import type { Affine } from "../../src/picture/affine.js";

const linear = (a: number, b: number, d: number, e: number): Affine => ({ a, b, c: 40, d, e, f: -7 });

describe("isPlausible", () => {
  it.each<[string, Affine]>([
    ["a mirror image", linear(-1, 0, 0, 1)],
    ["a quarter turn", linear(0, -1, 1, 0)],
    ["a turn by 45 degrees and a zoom", linear(1, -1, 1, 1)],
    ["picture-in-picture at a half", linear(0.5, 0, 0, 0.5)],
    ["a stretch by a third", linear(1.33, 0, 0, 1)],
  ])("believes %s", (_, map) => {
    expect(isPlausible(map)).toBe(true);
  });

  it.each<[string, Affine]>([
    ["a picture squeezed to a strip", linear(0.2, 0, 0, 1)],
    ["a shear", linear(1, 0.6, 0, 1)],
    ["a postage stamp", linear(0.2, 0, 0, 0.2)],
    ["one pixel blown up", linear(9, 0, 0, 9)],
    ["all on one line", linear(1, 1, 1, 1)],
  ])("does not believe %s", (_, map) => {
    expect(isPlausible(map)).toBe(false);
  });
});
