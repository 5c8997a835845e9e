import { describe, expect, it } from "vitest";
import { pairsOfSet } from "../../native-bench/accuracy/judged-corpus.js";
import type { JudgedPair } from "../../native-bench/accuracy/judged-pair.js";
import { pairSets, setOfFamily, truthOfSet } from "../../native-bench/corpus/clip-sets.js";
import type { TruthFile } from "../../samples/truth/truth-file.js";

const families = Array.from({ length: 400 }, (_, index) => `family${index}`);
const [tuning] = families.filter((family) => setOfFamily(family) === "tuning");
const [first, second] = families.filter((family) => setOfFamily(family) === "reporting");

describe("the set of a family", () => {
  it("never changes: thresholds chosen last year must not have seen this year's reporting clips", () => {
    expect(["asl", "grid", "home", "toy", "phone"].map(setOfFamily)).toEqual([
      ...["tuning", "reporting", "reporting", "reporting", "reporting"],
    ]);
  });

  it("is either, about as often", () => {
    const reporting = families.filter((family) => setOfFamily(family) === "reporting").length;
    expect(reporting).toBeGreaterThan(160);
    expect(reporting).toBeLessThan(240);
  });
});

describe("the part of a corpus that belongs to a set", () => {
  const original = (name: string, family: string) => ({ name, family, file: `originals/${name}.mp4` });
  const listed = (a: string, b: string) => ({
    ...{ a, b, edit: "grey", group: "light", expected: "similar", similar: true, rules: [4] },
  });
  const truth = {
    schema: "samecut.truth/1",
    originals: [original("one", first!), original("two", second!), original("three", tuning!)],
    creatives: [
      ...["one", "two", "three"].map((name) => ({
        file: `originals/${name}.mp4`,
        original: name,
        alsoShows: [],
      })),
      ...["one", "three"].map((name) => ({ file: `edits/${name}/grey.mp4`, original: name, alsoShows: [] })),
      { file: "edits/one/intro.mp4", original: "one", alsoShows: ["three"] },
    ],
    pairs: [
      listed("originals/one.mp4", "edits/one/grey.mp4"),
      listed("originals/three.mp4", "edits/three/grey.mp4"),
      listed("originals/one.mp4", "edits/one/intro.mp4"),
      listed("originals/one.mp4", "originals/three.mp4"),
    ],
  } as TruthFile;

  it("has every file and pair of its clips and no other", () => {
    const part = truthOfSet(truth, "reporting");
    expect(part.originals.map(({ name }) => name)).toEqual(["one", "two"]);
    expect(part.creatives.map(({ original }) => original)).not.toContain("three");
    expect(part.pairs.map(({ b }) => b)).toEqual(["edits/one/grey.mp4", "edits/one/intro.mp4"]);
    expect(truthOfSet(truth, "tuning").pairs).toHaveLength(1);
  });

  it("leaves out the pairs between the sets", () => {
    const setOf = pairSets(truth);
    expect(setOf("originals/two.mp4", "edits/one/grey.mp4")).toBe("reporting");
    expect(setOf("originals/three.mp4", "edits/three/grey.mp4")).toBe("tuning");
    expect(setOf("originals/three.mp4", "edits/one/grey.mp4")).toBe("across");
    expect(setOf("nowhere.mp4", "elsewhere.mp4")).toBe("across");
  });
});

describe("pairsOfSet", () => {
  const counts = (originals: number) => ({ originals, edits: 1, donors: 0 });
  const pairs = (["tuning", "reporting", "across"] as const).map((set) => ({ set }) as JudgedPair);
  const judged = { pairs, searchedIn: { tuning: counts(5), reporting: counts(7), across: counts(11) } };

  it("takes a set for itself, and all with those between them", () => {
    expect(pairsOfSet(judged, "reporting")).toEqual({ pairs: [pairs[1]], searched: counts(7) });
    expect(pairsOfSet(judged)).toEqual({ pairs, searched: { originals: 23, edits: 3, donors: 0 } });
  });
});
