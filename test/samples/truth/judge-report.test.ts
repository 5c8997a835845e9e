import { expect, test } from "vitest";
import { judgeReport } from "../../../samples/truth/judge-report.js";
import type { TruthFile } from "../../../samples/truth/truth-file.js";

const TRUTH: TruthFile = {
  schema: "samecut.truth/1",
  originals: [
    { name: "one", file: "f/one.mp4", family: "one" },
    { name: "two", file: "f/two.mp4", family: "two" },
  ],
  creatives: [
    { file: "f/one.mp4", original: "one", alsoShows: [] },
    { file: "f/two.mp4", original: "two", alsoShows: [] },
    { file: "f/one--mirrored.mp4", original: "one", alsoShows: [] },
  ],
  pairs: [
    {
      a: "f/one.mp4",
      b: "f/one--mirrored.mp4",
      edit: "mirrored",
      group: "geometry",
      expected: "similar",
      similar: true,
      rules: [4],
    },
  ],
};
const CREATIVES = ["one.mp4", "two.mp4", "one--mirrored.mp4"].map((path) => ({ id: path, path }));

function kinds(
  ...pairs: readonly (readonly [a: string, b: string, grade: string, rule: number])[]
): string[] {
  const reported = pairs.map(([a, b, grade, rule]) => ({ a, b, grade, similarity: 0.9, rules: [{ rule }] }));
  return judgeReport(TRUTH, { creatives: CREATIVES, pairs: reported }, "f/").map(({ kind }) => kind);
}

test("a right report is not faulted, whichever side comes first", () => {
  expect(kinds(["one--mirrored.mp4", "one.mp4", "duplicate", 4])).toEqual([]);
});

test("each way to be wrong is told", () => {
  expect(kinds()).toEqual(["missed"]);
  expect(kinds(["one.mp4", "one--mirrored.mp4", "possible", 4])).toEqual(["graded too low"]);
  expect(kinds(["one.mp4", "one--mirrored.mp4", "similar", 7])).toEqual(["other rules"]);
  const right = ["one.mp4", "one--mirrored.mp4", "similar", 4] as const;
  expect(kinds(right, ["two.mp4", "one--mirrored.mp4", "possible", 6])).toEqual(["false"]);
});
