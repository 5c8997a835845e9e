import { quantile } from "../../measuring/quantile.js";
import { isSimilar, type JudgedPair } from "../judged-pair.js";
import type { SceneLabels } from "./scene-labels.js";

/** What became of two originals by who is seen in them and where (rules 5 and 6). */
export interface ScenePairs {
  readonly samePerson: boolean;
  readonly sameRoom: boolean;
  readonly pairs: number;
  /** Similarities that half of the pairs reach, and the highest, 0 to 1; NaN for no pairs. */
  readonly median: number;
  readonly highest: number;
  readonly similar: number;
  readonly possible: number;
  /** Pairs of which rule 5 or rule 6 is named, whatever the confidence. */
  readonly named: number;
}

/** Pairs of originals that have labels: the same person in the same room first, another person in another room last. */
export function scenePairs(pairs: readonly JudgedPair[], labels: SceneLabels): ScenePairs[] {
  const labelled = pairs.flatMap((pair) => {
    const [a, b] = [labels.get(pair.a), labels.get(pair.b)];
    return a === undefined || b === undefined
      ? []
      : [{ pair, samePerson: a.person === b.person, sameRoom: a.room === b.room }];
  });
  return [true, false].flatMap((sameRoom) =>
    [true, false].map((samePerson) =>
      rowOf(
        samePerson,
        sameRoom,
        labelled
          .filter((each) => each.samePerson === samePerson && each.sameRoom === sameRoom)
          .map(({ pair }) => pair),
      ),
    ),
  );
}

function rowOf(samePerson: boolean, sameRoom: boolean, pairs: readonly JudgedPair[]): ScenePairs {
  const similarities = pairs.map(({ verdict }) => verdict.similarity);
  const count = (counts: (pair: JudgedPair) => boolean) => pairs.filter(counts).length;
  return {
    samePerson,
    sameRoom,
    pairs: pairs.length,
    median: quantile(similarities, 0.5),
    highest: quantile(similarities, 1),
    similar: count(isSimilar),
    possible: count(({ verdict }) => verdict.grade === "possible"),
    named: count(({ verdict }) => verdict.rules.some(({ rule }) => rule === 5 || rule === 6)),
  };
}
