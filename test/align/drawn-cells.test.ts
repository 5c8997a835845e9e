import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCells } from "../../src/align/drawn-cells.js";
import { drawOnStage, layStage } from "../../src/align/stage.js";
import type { Affine } from "../../src/picture/affine.js";
import type { Picture } from "../../src/picture/picture.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { cutCells } from "./cut-cells.js";

const pictures = fingerprintOf(footage(1, { seconds: 2 })).samples.map(({ picture }) => picture);

const near = (value: number, by: number) => fc.double({ min: value - by, max: value + by, noNaN: true });

/** Turned, mirrored, zoomed and shifted, so that edges of the picture cut through the stage. */
const map: fc.Arbitrary<Affine> = fc.record({
  a: fc.oneof(near(1, 0.4), near(-1, 0.4)),
  b: near(0, 0.3),
  c: near(0, 12),
  d: near(0, 0.3),
  e: near(1, 0.4),
  f: near(0, 12),
});

/** The largest difference of two pictures' values; Infinity where only one is NaN. */
function farthest(one: Float32Array, other: Float32Array): number {
  return one.reduce((most, value, at) => {
    if (Number.isNaN(value) && Number.isNaN(other[at]!)) return most;
    const difference = Math.abs(value - other[at]!);
    return Math.max(most, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }, 0);
}

function expectSame(shown: readonly Picture[], under: Affine): void {
  const stage = layStage(shown[0]!, shown[0]!, under);
  if (stage === undefined) return;
  const drawn = drawCells(stage, shown, stage.toQuery);
  expect(drawn).toHaveLength(shown.length);
  for (const [n, picture] of shown.entries()) {
    const plain = cutCells(stage, drawOnStage(stage, picture, stage.toQuery));
    expect(farthest(drawn[n]!.values, plain.values)).toBeLessThan(0.001);
    expect(farthest(drawn[n]!.mean, plain.mean)).toBeLessThan(0.001);
    expect(farthest(drawn[n]!.deviation, plain.deviation)).toBeLessThan(0.001);
  }
}

describe("pictures drawn four at a time", () => {
  it("are what each is by itself, whatever the map", () => {
    fc.assert(fc.property(map, (under) => expectSame(pictures.slice(0, 3), under)));
  });

  it("are so however many there are", () => {
    const straight: Affine = { a: 0.9, b: 0.1, c: 2, d: -0.1, e: 0.9, f: -3 };
    for (let count = 1; count <= pictures.length; count++) expectSame(pictures.slice(0, count), straight);
  });

  it("are 0 in a cell that is not reached, of which nothing else is known", () => {
    const stage = layStage(pictures[0]!, pictures[0]!, { a: 0.8, b: 0.5, c: 0, d: -0.5, e: 0.8, f: 0 })!;
    const [{ values, mean, deviation }] = drawCells(stage, pictures.slice(0, 1), stage.toQuery) as [
      ReturnType<typeof drawCells>[number],
    ];
    const missing = [...mean.keys()].filter((cell) => Number.isNaN(mean[cell]!));
    expect(missing).not.toEqual([]);
    for (const cell of missing) {
      expect(deviation[cell]).toBeNaN();
      expect([...values.subarray(cell * 36, (cell + 1) * 36)].every((value) => value === 0)).toBe(true);
    }
  });
});
