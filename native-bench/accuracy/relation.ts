import { borrowings } from "../../samples/truth/borrowed-footage.js";
import { expectations } from "../../samples/truth/expected-between.js";
import type { TruthFile } from "../../samples/truth/truth-file.js";
import type { Relation } from "./judged-pair.js";

/** What a and b are to each other; undefined for pairs that say nothing, which are not judged. */
export type RelationBetween = (a: string, b: string) => Relation | undefined;

/** The relations between the files of a corpus. */
export function relationsIn(truth: TruthFile): RelationBetween {
  const listed = new Set(truth.pairs.map(({ a, b }) => `${a}\n${b}`));
  const expected = expectations(truth);
  const borrowed = borrowings(truth);
  const originalOf = new Map(truth.creatives.map(({ file, original }) => [file, original]));
  const originals = new Set(truth.originals.map(({ file }) => file));
  return (a, b) => {
    if (listed.has(`${a}\n${b}`)) return "listed";
    if (listed.has(`${b}\n${a}`) || originalOf.get(a) === originalOf.get(b)) return undefined;
    if (borrowed(a, b)) return originals.has(a) ? "donor" : undefined;
    if (expected(a, b) === "distinct") return "strangers";
    return originals.has(b) ? "kin" : undefined;
  };
}
