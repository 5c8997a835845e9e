import { expect, it } from "vitest";
import {
  negativeScores,
  scoreHistograms,
} from "../../../native-bench/accuracy/calibration/negative-scores.js";
import type { JudgedPair } from "../../../native-bench/accuracy/judged-pair.js";

function pair(similarity: number, clips: string, extra: Partial<JudgedPair>): JudgedPair {
  return {
    relation: "strangers",
    sides: "an original",
    searched: true,
    clips,
    verdict: { similarity },
    ...extra,
  } as JudgedPair;
}

const hard = { relation: "listed", searched: false, truth: { expected: "distinct" } } as Partial<JudgedPair>;
const pairs = [
  pair(0.1, "one two", {}),
  pair(0.2, "one two", { sides: "two originals", searched: false }),
  pair(0.3, "one three", hard),
  pair(0.9, "one one", { relation: "listed", truth: { expected: "similar" } } as Partial<JudgedPair>),
  pair(0.8, "one two", { relation: "donor" }),
  pair(1, "two three", {}),
  pair(0.4, "two three", { sides: "no original" }),
];
const part = { pairs, searched: { originals: 100, edits: 50, donors: 3 } };

it("takes strangers and hard negatives, by the clips they show, and counts those the search ruled out", () => {
  const { scores, blocks, total } = negativeScores(part, "and hard negatives");
  expect(scores).toEqual([0.1, 0.2, 0.3, 1, 0.4]);
  expect(blocks).toEqual([[0.1, 0.2], [0.3], [1, 0.4]]);
  expect(total).toBe(152);
});

it("leaves hard negatives out where they are not asked for", () => {
  const { scores, total } = negativeScores(part, "different clips");
  expect(scores).toEqual([0.1, 0.2, 1, 0.4]);
  expect(total).toBe(151);
});

it("sorts them into bins by kind", () => {
  const histograms = scoreHistograms(part);
  const filled = (kind: string) =>
    histograms[kind]!.flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));
  expect(filled("an edit and another original")).toEqual([
    [20, 1],
    [199, 1],
  ]);
  expect(filled("two originals")).toEqual([[40, 1]]);
  expect(filled("hard negatives")).toEqual([[60, 1]]);
});
