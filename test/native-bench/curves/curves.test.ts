import { expect, it } from "vitest";
import { curvesOf } from "../../../native-bench/accuracy/curves/curves.js";
import { drawCurves } from "../../../native-bench/accuracy/curves/draw-curves.js";
import type { JudgedPair } from "../../../native-bench/accuracy/judged-pair.js";
import type { Grade } from "../../../src/verdict/verdict.js";

function pair(edit: string, grade: Grade, similarity: number): JudgedPair {
  const verdict = { grade, similarity };
  return {
    truth: { edit, expected: "similar" },
    searched: true,
    squaredDistance: 0.1,
    verdict,
  } as JudgedPair;
}

const pairs = [
  pair("zoom--1.4", "similar", 0.6),
  pair("zoom--1.4", "distinct", 0.2),
  pair("zoom--1.1", "duplicate", 0.9),
  pair("zoom--1.25", "duplicate", 0.8),
  pair("zoom--1.5", "similar", 0.5),
  pair("blur--2", "distinct", 0.1),
  pair("noise--10", "duplicate", 0.9),
  pair("mirrored", "duplicate", 0.9),
];

it("orders the strengths of each series and says up to which every pair is found", () => {
  const curves = curvesOf(pairs);
  expect(curves.map(({ series, holdsTo }) => [series, holdsTo])).toEqual([
    ["zoom", 1.25],
    ["noise", 10],
    ["blur", undefined],
  ]);
  const [zoom] = curves;
  expect(zoom!.points.map(({ strength, recall }) => [strength, recall.right, recall.asked])).toEqual([
    [1.1, 1, 1],
    [1.25, 1, 1],
    [1.4, 1, 2],
    [1.5, 1, 1],
  ]);
  expect(zoom!.points[2]!.similarity).toBeCloseTo(0.4);
});

it("draws a chart of each series, with its name, unit and strengths", () => {
  const svg = drawCurves(curvesOf(pairs));
  expect(svg).toMatch(/^<svg /);
  for (const text of ["zoom (times)", "noise (grey levels)", "blur (sigma in pixels)", ">1.25<"])
    expect(svg).toContain(text);
  expect(svg).not.toContain("NaN");
});
