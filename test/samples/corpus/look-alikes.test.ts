import { expect, test } from "vitest";
import { planLookAlikes } from "../../../samples/corpus/look-alike-pairs.js";
import { planCorpus } from "../../../samples/corpus/plan-corpus.js";
import { SCENES } from "../../../samples/scenes/scenes.js";
import { originalNamed } from "../clips.js";

test("every two look-alikes of a kind are to be left alone, and differ", () => {
  const { files, pairs } = planLookAlikes();
  const drawnAs = new Map(
    files.map(({ file, scene }) => [file, scene.backdrop.svg + scene.actors(1).join("")]),
  );
  expect(drawnAs.size).toBe(files.length);
  expect(pairs).toHaveLength(28 + 28 + 1 + 45);
  for (const { a, b, expected } of pairs) {
    expect(expected).toBe("distinct");
    expect(drawnAs.get(a)).not.toBe(drawnAs.get(b));
    expect(drawnAs.get(a)).toBeDefined();
  }
});

test("they are none of the samples' scenes, which would make them repeats", () => {
  const drawn = new Set(SCENES.map(({ backdrop, actors }) => backdrop.svg + actors(1).join("")));
  for (const { scene } of planLookAlikes().files)
    expect(drawn).not.toContain(scene.backdrop.svg + scene.actors(1).join(""));
});

test("the beginning and the end of a long clip are two moments, of a short one they are not", () => {
  const originals = [
    originalNamed("short", { durationSeconds: 8 }),
    originalNamed("long", { durationSeconds: 12 }),
  ];
  const moments = planCorpus(originals, 1).pairs.filter(({ edit }) => edit === "different-moments");
  expect(moments).toMatchObject([
    {
      a: "negatives/different-moments/long--beginning.mp4",
      b: "negatives/different-moments/long--end.mp4",
      expected: "distinct",
    },
  ]);
});
