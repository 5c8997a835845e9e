import { describe, expect, it } from "vitest";
import { differentClips, hardNegatives } from "../../native-bench/accuracy/false-pairs.js";
import { isFalse, isRuleNamed, type JudgedPair } from "../../native-bench/accuracy/judged-pair.js";
import { recallByGroup, recallByKind } from "../../native-bench/accuracy/recall.js";
import { relationsIn } from "../../native-bench/accuracy/relation.js";
import type { PairTruth, TruthFile } from "../../samples/truth/truth-file.js";
import { distinctVerdict, type Grade, type RuleFinding } from "../../src/verdict/verdict.js";

function truthOf(edit: string, extra: Partial<PairTruth> = {}): PairTruth {
  const expected = extra.expected ?? "similar";
  return {
    ...{ a: "originals/x.mp4", b: `edits/x/${edit}.mp4`, edit, group: "geometry", rules: [4] },
    ...{ expected, similar: expected === "similar" },
    ...extra,
  };
}

function judged(grade: Grade, truth: PairTruth, extra: Partial<JudgedPair> = {}): JudgedPair {
  return {
    ...{
      a: truth.a,
      b: truth.b,
      truth,
      relation: "listed",
      sides: "an original",
      set: "reporting",
      clips: "x",
    },
    ...{ searched: true, squaredDistance: 0.1 },
    verdict: { ...distinctVerdict(), similarity: 0.9, grade },
    ...extra,
  };
}

function rulesGiven(...rules: [rule: RuleFinding["rule"], confidence: number][]): JudgedPair {
  const findings = rules.map(([rule, confidence]): RuleFinding => ({ rule, confidence, detail: {} }));
  return judged("similar", truthOf("mirrored"), {
    verdict: { ...distinctVerdict(), similarity: 0.9, grade: "similar", rules: findings },
  });
}

describe("recall", () => {
  const pairs = [
    judged("duplicate", truthOf("mirrored")),
    judged("possible", truthOf("mirrored")),
    { ...judged("similar", truthOf("zoom")), squaredDistance: undefined } as unknown as JudgedPair,
    judged("possible", truthOf("again", { expected: "possible", group: "scene", rules: [5] })),
    judged("similar", truthOf("combined-01", { group: "combined", steps: ["a", "b", "c"] })),
    judged("similar", truthOf("combined-02", { group: "combined", steps: ["d", "e", "f"] })),
    judged("similar", truthOf("same-intro", { expected: "distinct", group: "negative", rules: [] })),
  ];

  it("counts what a scan would report, and what only the search loses", () => {
    const [geometry] = recallByGroup(pairs);
    expect(geometry).toMatchObject({ name: "geometry", pairs: 3, found: 1, lost: 1 });
  });

  it("is content with possible where no more is expected", () => {
    expect(recallByGroup(pairs).find(({ name }) => name === "scene")).toMatchObject({ pairs: 1, found: 1 });
  });

  it("leaves hard negatives out of the sum", () => {
    expect(recallByGroup(pairs).at(-1)).toMatchObject({ name: "all", pairs: 6, found: 4 });
  });

  it("joins random combinations by their number of edits", () => {
    expect(recallByKind(pairs).map(({ name }) => name)).toEqual([
      "mirrored",
      "zoom",
      "again",
      "combined, 3 edits",
    ]);
  });
});

describe("rule named", () => {
  it("needs a right rule with confidence and no wrong one with much", () => {
    expect(isRuleNamed(rulesGiven([4, 0.3]))).toBe(true);
    expect(isRuleNamed(rulesGiven([4, 0.29]))).toBe(false);
    expect(isRuleNamed(rulesGiven([4, 0.9], [3, 0.5]))).toBe(true);
    expect(isRuleNamed(rulesGiven([4, 0.9], [3, 0.51]))).toBe(false);
    expect(isRuleNamed(rulesGiven())).toBe(false);
  });
});

describe("false pairs", () => {
  it("counts hard negatives by kind and in sum", () => {
    const negative = (edit: string, grade: Grade): JudgedPair =>
      judged(grade, truthOf(edit, { expected: "distinct", rules: [] }));
    const pairs = [
      negative("same-tail", "similar"),
      negative("same-tail", "distinct"),
      negative("same-intro", "possible"),
    ];
    expect(hardNegatives(pairs)).toMatchObject([
      { name: "same-intro", pairs: 1, similar: 0, possible: 1 },
      { name: "same-tail", pairs: 2, similar: 1, possible: 0 },
      { name: "all", pairs: 3, similar: 1, possible: 1 },
    ]);
  });

  it("are none where an edit is taken for the original it borrows seconds from", () => {
    expect(isFalse(judged("similar", truthOf("tail"), { relation: "donor" }))).toBe(false);
    expect(isFalse(judged("similar", truthOf("tail"), { relation: "strangers" }))).toBe(true);
  });

  it("takes the pairs that the search ruled out for distinct", () => {
    const pair = judged("similar", truthOf("mirrored"), { relation: "strangers" });
    const edits = judged("distinct", truthOf("grey"), { relation: "strangers", sides: "no original" });
    const searched = { originals: 500, edits: 700, donors: 0 };
    expect(differentClips({ pairs: [pair, edits], searched })).toMatchObject([
      { pairs: 0 },
      { pairs: 500, compared: 1, similar: 1 },
      { pairs: 700, compared: 1, similar: 0 },
      ...[{ pairs: 0 }, { pairs: 0 }],
    ]);
  });
});

describe("relationsIn", () => {
  const original = (name: string, family: string) => ({ name, family, file: `originals/${name}.mp4` });
  const truth: TruthFile = {
    schema: "samecut.truth/1",
    originals: [original("x", "x"), original("y-1", "y"), original("y-2", "y"), original("z", "z")],
    creatives: [
      ...["x", "y-1", "y-2", "z"].map((name) => ({
        file: `originals/${name}.mp4`,
        original: name,
        alsoShows: [],
      })),
      { file: "edits/x/tail.mp4", original: "x", alsoShows: ["y-1"] },
      { file: "edits/y-1/zoom.mp4", original: "y-1", alsoShows: [] },
    ],
    pairs: [truthOf("tail")],
  };
  const between = relationsIn(truth);

  it("knows listed pairs in their order only", () => {
    expect(between("originals/x.mp4", "edits/x/tail.mp4")).toBe("listed");
    expect(between("edits/x/tail.mp4", "originals/x.mp4")).toBeUndefined();
  });

  it("tells strangers from kin", () => {
    expect(between("originals/x.mp4", "originals/y-1.mp4")).toBe("strangers");
    expect(between("originals/y-1.mp4", "originals/y-2.mp4")).toBe("kin");
  });

  it("sets apart the original that an edit borrows seconds from and its family, and only those", () => {
    expect(between("originals/y-1.mp4", "edits/x/tail.mp4")).toBe("donor");
    expect(between("originals/y-2.mp4", "edits/x/tail.mp4")).toBe("donor");
    expect(between("originals/z.mp4", "edits/x/tail.mp4")).toBe("strangers");
    expect(between("edits/y-1/zoom.mp4", "edits/x/tail.mp4")).toBeUndefined();
  });
});
