import { expect, test } from "vitest";
import { planStrengths } from "../../../samples/corpus/plan-strengths.js";
import { STRENGTH_SERIES, strengthOf } from "../../../samples/edits/strengths.js";
import { originalNamed } from "../clips.js";

const ORIGINALS = [originalNamed("short", { durationSeconds: 1.5, hasAudio: false }), originalNamed("long")];

test("every series is planned at every strength, each in its own file", () => {
  const { tasks, pairs } = planStrengths(ORIGINALS, 1);
  const strengths = STRENGTH_SERIES.reduce((sum, series) => sum + series.strengths.length, 0);
  expect(tasks).toHaveLength(strengths * ORIGINALS.length);
  expect(new Set(tasks.map(({ file }) => file)).size).toBe(tasks.length);
  for (const { edit } of pairs) {
    const { series, strength } = strengthOf(edit)!;
    expect(STRENGTH_SERIES.find(({ name }) => name === series)!.strengths).toContain(strength);
  }
});

test("the truth grows with the strength", () => {
  const { pairs } = planStrengths(ORIGINALS, 1);
  const zooms = pairs.filter(({ a, edit }) => a === "originals/long.mp4" && edit.startsWith("zoom--"));
  const { strengths } = STRENGTH_SERIES.find(({ name }) => name === "zoom")!;
  strengths.forEach((zoom, index) => {
    // Sides are even numbers of pixels.
    expect(zooms[index]!.truth!.zoom / zoom).toBeCloseTo(1, 1);
  });
});

test("edits of the catalogue are of no series", () => {
  expect(strengthOf("turned-left-8-zoomed")).toBeUndefined();
});
