import { expect, it } from "vitest";
import { drawEditLots } from "../../native-bench/accuracy/edit-lots.js";
import type { PairTruth, TruthFile } from "../../samples/truth/truth-file.js";

const NAMES = ["asl-one", "asl-two", "toy"];
const originals = NAMES.map((name) => ({
  name,
  file: `originals/${name}.mp4`,
  family: name.split("-")[0]!,
}));
const edits = NAMES.flatMap((original) =>
  Array.from({ length: 100 }, (_, n) => ({ file: `edits/${original}/${n}.mp4`, original, alsoShows: [] })),
);
const pairs = edits.map(({ file, original }): PairTruth => {
  const truth = { edit: "grey", group: "light", expected: "similar", similar: true, rules: [4] } as const;
  return { a: `originals/${original}.mp4`, b: file, ...truth };
});
const negative: PairTruth = { ...pairs[0]!, a: "negatives/a.mp4", b: "negatives/b.mp4" };
const truth: TruthFile = { schema: "samecut.truth/1", originals, creatives: edits, pairs };
const asked = { originals, pairs: [...pairs, negative], missing: 0 };

it("draws as many edits of a family of many clips as of a single clip", () => {
  const { stored, asked: searched } = drawEditLots(truth, asked, 1);
  const ofToy = (files: readonly string[]) => files.filter((file) => file.startsWith("edits/toy/")).length;
  expect([stored.length, ofToy(stored)]).toEqual([48, 24]);
  expect([searched.length, ofToy(searched)]).toEqual([68, 34]);
});

it("puts no edit into both lots, and nothing else than edits into either", () => {
  const { stored, asked: searched } = drawEditLots(truth, asked, 1);
  const all = [...stored, ...searched];
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((file) => file.startsWith("edits/"))).toBe(true);
});

it("divides few edits between the lots, and draws the same again by the same seed", () => {
  const few = { ...asked, pairs: pairs.slice(0, 13) };
  const { stored, asked: searched } = drawEditLots(truth, few, 1);
  expect([stored.length, searched.length]).toEqual([6, 7]);
  expect(drawEditLots(truth, few, 1)).toEqual({ stored, asked: searched });
  expect(drawEditLots(truth, few, 2)).not.toEqual({ stored, asked: searched });
});
