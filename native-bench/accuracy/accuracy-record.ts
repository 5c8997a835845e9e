import { CLIP_SETS } from "../corpus/clip-sets.js";
import type { RunRecord } from "../measuring/run-record.js";
import { calibrate } from "./calibration/calibrate.js";
import { BIN_WIDTH, scoreHistograms } from "./calibration/negative-scores.js";
import { differentClips, hardNegatives } from "./false-pairs.js";
import { type JudgedCorpus, type JudgedPairs, pairsOfSet } from "./judged-corpus.js";
import type { JudgedPair } from "./judged-pair.js";
import { recallByGroup, recallByKind } from "./recall.js";
import { reportedByGroup, reportedByKind, reportedByPart } from "./reported/reported-truths.js";

/** What the numbers of a pair are, in the order they are recorded in. */
const COLUMNS = [
  "a",
  "b",
  "relation",
  "set",
  "edit",
  "expected",
  "squaredDistance",
  "similarity",
  "grade",
  "rules",
] as const;

/** The run with its tables, by set of clips, and the raw score of every pair that was compared. */
export function accuracyRecord<Facts>(
  facts: RunRecord & Facts,
  judged: JudgedCorpus,
): RunRecord & Facts & Record<"pairs", unknown> {
  const tables = Object.fromEntries(CLIP_SETS.map((set) => [set, tablesOf(pairsOfSet(judged, set))]));
  return {
    ...facts,
    ...tablesOf(pairsOfSet(judged)),
    ...tables,
    columns: COLUMNS,
    pairs: judged.pairs.map(row),
  };
}

function tablesOf(part: JudgedPairs) {
  const { pairs } = part;
  return {
    groups: recallByGroup(pairs),
    kinds: recallByKind(pairs),
    reported: {
      groups: reportedByGroup(pairs),
      kinds: reportedByKind(pairs),
      transformParts: reportedByPart(pairs),
    },
    hardNegatives: hardNegatives(pairs),
    differentClips: differentClips(part),
    calibration: calibrate(part),
    negativeScores: { binWidth: BIN_WIDTH, counts: scoreHistograms(part) },
  };
}

/** Null for a distance that was not asked for, -1 where the search passed over the earlier creative. */
function row(pair: JudgedPair): readonly (string | number | null)[] {
  const { a, b, relation, set, truth, searched, squaredDistance, verdict } = pair;
  const distance = searched ? Number((squaredDistance ?? -1).toFixed(3)) : null;
  const rules = verdict.rules.map(({ rule, confidence }) => `${rule}:${confidence.toFixed(2)}`).join(" ");
  const expected = truth?.expected ?? (relation === "strangers" ? "distinct" : "unknown");
  return [
    ...[a, b, relation, set, truth?.edit ?? "", expected],
    distance,
    verdict.similarity,
    verdict.grade,
    rules,
  ];
}
