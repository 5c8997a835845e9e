import { createHash } from "node:crypto";
import type { TruthFile } from "../../samples/truth/truth-file.js";

/** Clips to choose thresholds with, and clips to report figures of. No clip is ever both. */
export const CLIP_SETS = ["tuning", "reporting"] as const;

/** The set of a clip. */
export type ClipSet = (typeof CLIP_SETS)[number];

/** The set of a pair: `across` when its two clips are of different sets, and it belongs to neither. */
export type PairSet = ClipSet | "across";

/**
 * The set of a family of clips: half of all names fall to either. It depends on the name alone, so that a clip never changes
 * sides because others have come, and clips that may show the same person or scene stay together.
 */
export function setOfFamily(family: string): ClipSet {
  return createHash("sha256").update(family).digest()[0]! < 128 ? "reporting" : "tuning";
}

/** The sets of the pairs of a corpus. Files that are not in its truth belong to neither set. */
export function pairSets({ originals, creatives }: TruthFile): (a: string, b: string) => PairSet {
  const setOfOriginal = new Map(originals.map(({ name, family }) => [name, setOfFamily(family)]));
  const setOfFile = new Map(creatives.map(({ file, original }) => [file, setOfOriginal.get(original)]));
  return (a, b) => {
    const set = setOfFile.get(a);
    return set !== undefined && set === setOfFile.get(b) ? set : "across";
  };
}

/** The part of a corpus that shows clips of one set only. Seconds borrowed from a clip of the other set stay where they are. */
export function truthOfSet(truth: TruthFile, set: ClipSet): TruthFile {
  const originals = truth.originals.filter(({ family }) => setOfFamily(family) === set);
  const names = new Set(originals.map(({ name }) => name));
  const creatives = truth.creatives.filter(({ original }) => names.has(original));
  const files = new Set(creatives.map(({ file }) => file));
  return {
    ...truth,
    originals,
    creatives,
    pairs: truth.pairs.filter(({ a, b }) => files.has(a) && files.has(b)),
  };
}
