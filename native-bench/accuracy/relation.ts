import { expectations } from "../../samples/truth/expected-between.js";
import type { PairTruth, TruthFile } from "../../samples/truth/truth-file.js";
import type { Relation } from "./judged-pair.js";

/** Share of an edit's time from which footage that is not its original's makes it a mixture: more than an odd frame. */
const MIXED_FROM = 0.05;

/** What a and b are to each other; undefined for pairs that say nothing, which are not judged. */
export type RelationBetween = (a: string, b: string, durationSeconds: number) => Relation | undefined;

/** The relations between the files of a corpus; `durationSeconds` is b's. */
export function relationsIn(truth: TruthFile): RelationBetween {
  const listed = new Set(truth.pairs.map(({ a, b }) => `${a}\n${b}`));
  const expected = expectations(truth);
  const originalOf = new Map(truth.creatives.map(({ file, original }) => [file, original]));
  const originals = new Set(truth.originals.map(({ file }) => file));
  const madeFrom = new Map(truth.pairs.flatMap((pair) => (pair.truth === undefined ? [] : [[pair.b, pair]])));
  return (a, b, durationSeconds) => {
    if (listed.has(`${a}\n${b}`)) return "listed";
    if (listed.has(`${b}\n${a}`) || originalOf.get(a) === originalOf.get(b)) return undefined;
    if (expected(a, b) !== "distinct") return originals.has(b) ? "kin" : undefined;
    const pair = madeFrom.get(b);
    return pair !== undefined && otherShare(pair, durationSeconds) >= MIXED_FROM ? "mixed" : "strangers";
  };
}

/** Share of b's time that does not show a, 0 to 1. */
function otherShare({ truth }: PairTruth, durationSeconds: number): number {
  const shown = truth!.stretches.reduce((sum, { b: [from, to] }) => sum + to - from, 0);
  return Math.max(0, 1 - shown / durationSeconds);
}
