import { borrowings } from "./borrowed-footage.js";
import type { PairTruth, TruthFile } from "./truth-file.js";

/**
 * What a truth file says about any two of its files: what is listed for them; else `distinct` when they show
 * originals that are known to be unlike and neither has borrowed the other's footage; else undefined, which must not be
 * counted either way (two edits of one original may have little left in common).
 */
export function expectations(
  truth: TruthFile,
): (one: string, other: string) => PairTruth["expected"] | undefined {
  const listed = new Map(truth.pairs.map(({ a, b, expected }) => [key(a, b), expected]));
  const originalOf = new Map(truth.creatives.map(({ file, original }) => [file, original]));
  const originals = new Map(truth.originals.map((original) => [original.name, original]));
  const borrowed = borrowings(truth);
  return (one, other) => {
    const said = listed.get(key(one, other));
    if (said !== undefined) return said;
    const first = originals.get(originalOf.get(one) ?? "");
    const second = originals.get(originalOf.get(other) ?? "");
    if (first === undefined || second === undefined || first === second) return undefined;
    if (borrowed(one, other)) return undefined;
    const related = listed.get(key(first.file, second.file));
    if (related !== undefined) return related === "distinct" ? "distinct" : undefined;
    return first.family === second.family ? undefined : "distinct";
  };
}

function key(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
