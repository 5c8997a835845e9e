import { expect, test } from "vitest";
import { hardNegativeNamed } from "../../samples/edits/hard-negatives.js";
import { planSamples, sampleEdits } from "../../samples/plan-samples.js";
import { SAMPLE_EDITS, SAMPLE_NEGATIVES } from "../../samples/sample-edits.js";
import { SCENE_RELATIONS } from "../../samples/scenes/relations.js";
import { SCENES, sceneNamed } from "../../samples/scenes/scenes.js";
import { originalNamed } from "./clips.js";

const ORIGINALS = SCENES.map(({ name, width, height, seconds }) => ({
  ...originalNamed(name, { width, height, durationSeconds: seconds }),
  family: name,
}));

test("there are at least twelve scenes, and every relation and negative is between scenes that exist", () => {
  expect(new Set(SCENES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
  for (const { a, b } of SCENE_RELATIONS) expect([sceneNamed(a).name, sceneNamed(b).name]).toEqual([a, b]);
  for (const [negative, ...scenes] of SAMPLE_NEGATIVES) {
    expect(hardNegativeNamed(negative).name).toBe(negative);
    for (const scene of scenes) expect(sceneNamed(scene).name).toBe(scene);
  }
});

test("every edit chosen for the samples is made of some scene", () => {
  const made = new Set(ORIGINALS.flatMap((original) => sampleEdits(original).map(({ name }) => name)));
  for (const name of SAMPLE_EDITS.flat()) expect(made).toContain(name);
});

test("all eight rules and their reversals are in the truth", () => {
  const { pairs } = planSamples(ORIGINALS);
  for (const rule of [1, 2, 3, 4, 5, 6, 7, 8] as const)
    expect(pairs.map(({ rules }) => rules[0])).toContain(rule);
  expect(pairs.filter(({ expected }) => expected === "distinct").length).toBeGreaterThanOrEqual(10);
  for (const { expected, rules } of pairs) expect(rules.length > 0).toBe(expected !== "distinct");
});
