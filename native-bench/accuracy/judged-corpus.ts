import type { ClipSet, PairSet } from "../corpus/clip-sets.js";
import type { JudgedPair } from "./judged-pair.js";

/** Pairs of different clips that a search was asked about: most it rules out, and those are not compared. */
export interface SearchedPairs {
  /** An edit and an original of strangers. */
  readonly originals: number;
  /** Two edits of strangers. */
  readonly edits: number;
  /** An edit and the original it borrows seconds from, or one of its family. */
  readonly donors: number;
}

/** What judging a corpus, or a part of it, brought. */
export interface JudgedPairs {
  /** All that were compared. */
  readonly pairs: readonly JudgedPair[];
  readonly searched: SearchedPairs;
}

/** What judging a corpus brought. */
export interface JudgedCorpus {
  readonly pairs: readonly JudgedPair[];
  readonly searchedIn: Readonly<Record<PairSet, SearchedPairs>>;
}

/** The pairs of one set of clips; of all clips, those between the sets too, without a set. */
export function pairsOfSet({ pairs, searchedIn }: JudgedCorpus, set?: ClipSet): JudgedPairs {
  if (set !== undefined)
    return { pairs: pairs.filter((pair) => pair.set === set), searched: searchedIn[set] };
  const parts = Object.values(searchedIn);
  const sum = (kind: keyof SearchedPairs): number => parts.reduce((total, part) => total + part[kind], 0);
  return { pairs, searched: { originals: sum("originals"), edits: sum("edits"), donors: sum("donors") } };
}
