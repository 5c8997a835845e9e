import { expect, test } from "vitest";
import { familyOf, pairStrangers } from "../../../samples/corpus/original.js";
import { planCorpus } from "../../../samples/corpus/plan-corpus.js";
import { CATALOGUE } from "../../../samples/edits/catalogue.js";
import { HARD_NEGATIVES } from "../../../samples/edits/hard-negatives.js";
import { seededRandom } from "../../../samples/random.js";
import { parseTruth, type TruthFile } from "../../../samples/truth/truth-file.js";
import { originalNamed } from "../clips.js";

const ORIGINALS = [
  originalNamed("asl-one", { durationSeconds: 1.5, hasAudio: false }),
  originalNamed("asl-two", { durationSeconds: 2 }),
  originalNamed("tall", { width: 360, height: 640 }),
  originalNamed("odd", { width: 242, height: 540, framesPerSecond: 6 }),
  originalNamed("square", { width: 400, height: 400 }),
  originalNamed("long", { durationSeconds: 150 }),
];

function truthOf(seed: number): TruthFile {
  const { creatives, pairs } = planCorpus(ORIGINALS, seed);
  const originals = ORIGINALS.map(({ name, file, family }) => ({ name, file, family }));
  return { schema: "samecut.truth/1", originals, creatives, pairs };
}

test("a plan depends on the clips and the seed alone", () => {
  const text = (seed: number): string => JSON.stringify(planCorpus(ORIGINALS, seed));
  expect(text(1)).toBe(text(1));
  expect(text(1)).not.toBe(text(2));
});

test("the truth of a whole corpus is a valid truth file", () => {
  const truth = truthOf(1);
  expect(parseTruth(JSON.stringify(truth))).toEqual(truth);
});

test("every pair names files that are planned, no file is planned twice", () => {
  const { tasks, creatives, pairs } = planCorpus(ORIGINALS, 1);
  const files = creatives.map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
  expect(files.length).toBe(tasks.length + ORIGINALS.length);
  for (const { a, b } of pairs) {
    expect(files).toContain(a);
    expect(files).toContain(b);
  }
});

test("exactly the edits that read another clip name the original whose footage they show", () => {
  const { tasks, creatives } = planCorpus(ORIGINALS, 1);
  const shownBy = new Map(creatives.map(({ file, alsoShows }) => [file, alsoShows]));
  for (const { file, plan } of tasks) {
    const clips = plan.inputs.flatMap((input) => (input.kind === "clip" ? [input.path] : []));
    expect(clips.slice(1), file).toEqual(shownBy.get(file)!.map((name) => `/originals/${name}.mp4`));
  }
  expect(shownBy.get("edits/long/tail-replaced-50-percent.mp4")).toHaveLength(1);
  expect(shownBy.get("edits/long/end-card-added.mp4")).toEqual([]);
});

test("every edit, twenty combinations and every kind of hard negative are there", () => {
  const { pairs } = planCorpus(ORIGINALS, 1);
  const names = new Set(pairs.map(({ edit }) => edit));
  for (const { name } of [...CATALOGUE, ...HARD_NEGATIVES]) expect(names).toContain(name);
  const combinations = pairs.filter(({ group }) => group === "combined");
  expect(new Set(combinations.map(({ edit }) => edit)).size).toBeGreaterThanOrEqual(20);
  for (const { steps } of combinations)
    expect(steps?.length).toSatisfy((count: number) => count >= 3 && count <= 5);
});

test("what plays in an edit lies within the original and within the edit", () => {
  for (const { truth, edit } of truthOf(1).pairs) {
    for (const { a, b } of truth?.stretches ?? []) {
      expect(a[1], edit).toBeGreaterThan(a[0]);
      expect(a[1] - a[0], edit).toBeCloseTo((b[1] - b[0]) * truth!.speed, 2);
    }
    for (const { x, y, width, height } of truth?.regions ?? []) {
      expect(Math.min(x, y), edit).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height), edit).toBeLessThanOrEqual(1.0002);
    }
  }
});

test("clips that may show the same scene are never a negative pair", () => {
  const { pairs } = planCorpus(ORIGINALS, 1);
  const negatives = pairs.filter(({ similar, edit }) => !similar && edit !== "different-moments");
  expect(negatives.length).toBeGreaterThan(HARD_NEGATIVES.length);
  for (const { a, b } of negatives)
    expect(familyOf(a.split("/").at(-1)!)).not.toBe(familyOf(b.split("/").at(-1)!));
});

test("strangers are paired, each at most once", () => {
  const couples = pairStrangers(ORIGINALS, seededRandom(3));
  const names = couples.flat().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(couples.length).toBeGreaterThanOrEqual(2);
  for (const [one, other] of couples) expect(one.family).not.toBe(other.family);
});
