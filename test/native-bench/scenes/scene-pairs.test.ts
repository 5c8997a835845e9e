import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JudgedPair } from "../../../native-bench/accuracy/judged-pair.js";
import { readSceneLabels, type SceneLabels } from "../../../native-bench/accuracy/scenes/scene-labels.js";
import { scenePairs } from "../../../native-bench/accuracy/scenes/scene-pairs.js";
import type { TruthFile } from "../../../samples/truth/truth-file.js";
import { distinctVerdict, type Grade, type RuleFinding } from "../../../src/verdict/verdict.js";

const TRUTH: TruthFile = {
  schema: "samecut.truth/1",
  originals: ["x", "y", "z"].map((name) => ({ name, file: `originals/${name}.mp4`, family: name })),
  creatives: [],
  pairs: [],
};

function pair(
  a: string,
  b: string,
  similarity: number,
  grade: Grade,
  rule?: RuleFinding["rule"],
): JudgedPair {
  return {
    ...{ a: `originals/${a}.mp4`, b: `originals/${b}.mp4`, clips: `${a} ${b}` },
    ...{ relation: "kin", sides: "two originals", set: "across", searched: false },
    verdict: {
      ...distinctVerdict(),
      ...{ similarity, grade },
      rules: rule === undefined ? [] : [{ rule, confidence: 0.5, detail: {} }],
    },
  };
}

function labels(text: string): Promise<SceneLabels> {
  const folder = mkdtempSync(join(tmpdir(), "samecut-scenes-"));
  writeFileSync(join(folder, "scenes.json"), text);
  return readSceneLabels(folder, undefined, TRUTH);
}

describe("persons and rooms", () => {
  it("count pairs of originals by who is seen where", async () => {
    const known = await labels(
      '{"x": {"person": "p", "room": "r"}, "y": {"person": "q", "room": "r"}, "z": {"person": "p", "room": "s"}}',
    );
    const pairs = [
      pair("x", "y", 0.4, "possible", 6),
      pair("x", "z", 0.1, "distinct"),
      pair("y", "z", 0.05, "distinct"),
      pair("x", "unlabelled", 0.9, "duplicate"),
    ];
    expect(scenePairs(pairs, known)).toMatchObject([
      { samePerson: true, sameRoom: true, pairs: 0, median: Number.NaN },
      { samePerson: false, sameRoom: true, pairs: 1, median: 0.4, possible: 1, similar: 0, named: 1 },
      { samePerson: true, sameRoom: false, pairs: 1, highest: 0.1, possible: 0, named: 0 },
      { samePerson: false, sameRoom: false, pairs: 1 },
    ]);
  });

  it("are not asked for where no file has them", async () => {
    expect((await readSceneLabels(tmpdir(), undefined, TRUTH)).size).toBe(0);
    await expect(readSceneLabels(tmpdir(), join(tmpdir(), "no-such-scenes.json"), TRUTH)).rejects.toThrow(
      "no-such-scenes",
    );
  });

  it("say what is wrong with a file of labels", async () => {
    await expect(labels('{"x": {"person": "p"}}')).rejects.toThrow("room");
    await expect(labels('{"nobody": {"person": "p", "room": "r"}}')).rejects.toThrow("no clip nobody");
  });
});
