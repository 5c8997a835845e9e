import type { ClipSet, PairSet } from "../corpus/clip-sets.js";
import type { JudgedPair, Relation } from "./judged-pair.js";

/** Pairs of an edit and an original the search had to tell apart, by relation: most it rules out. */
export type SearchedPairs = Readonly<Record<Relation, number>>;

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
  const sum = (relation: Relation): number => parts.reduce((total, part) => total + part[relation], 0);
  return {
    pairs,
    searched: {
      ...{ listed: sum("listed"), strangers: sum("strangers") },
      ...{ donor: sum("donor"), kin: sum("kin") },
    },
  };
}
