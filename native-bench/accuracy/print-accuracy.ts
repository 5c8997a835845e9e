import { CLIP_SETS, type ClipSet } from "../corpus/clip-sets.js";
import { percent, printTable } from "../measuring/print-table.js";
import { printCalibration } from "./calibration/print-calibration.js";
import { differentClips, type FalsePairs, hardNegatives } from "./false-pairs.js";
import { type JudgedCorpus, type JudgedPairs, pairsOfSet } from "./judged-corpus.js";
import { isFalse, isLost, isRecognised, isSimilar, type JudgedPair } from "./judged-pair.js";
import { type Recall, recallByGroup, recallByKind } from "./recall.js";
import { printReported, printReportedKinds, printWrongReports } from "./reported/print-reported.js";

/**
 * Writes the tables of a judged corpus to stdout: without a set, those of both sets of clips, each for itself, then of all
 * clips, kind by kind.
 */
export function printAccuracy(judged: JudgedCorpus, set?: ClipSet): void {
  if (set !== undefined) {
    printPart(pairsOfSet(judged, set), `${set} clips only`, true);
    return;
  }
  for (const each of CLIP_SETS) {
    const part = pairsOfSet(judged, each);
    if (part.pairs.length > 0) printPart(part, `${each} clips`, false);
  }
  printPart(pairsOfSet(judged), "all clips", true);
}

function printPart(part: JudgedPairs, clips: string, byKind: boolean): void {
  const { pairs } = part;
  process.stdout.write(`\n## ${clips[0]!.toUpperCase()}${clips.slice(1)}\n`);
  printRecall(`Recall by group of edits (${clips})`, recallByGroup(pairs));
  if (byKind) printRecall(`Recall by kind of edit (${clips})`, recallByKind(pairs));
  printReported(pairs, clips);
  if (byKind) printReportedKinds(pairs, clips);
  printFalsePairs(`Hard negatives (${clips})`, hardNegatives(pairs));
  printFalsePairs(`Different clips (${clips})`, differentClips(part));
  printCalibration(part, clips);
}

/** Writes every listed pair that was not judged as the truth file says, every false pair of strangers, and every wrong report. */
export function printMistakes({ pairs }: JudgedCorpus): void {
  const mistakes = pairs.filter((pair) =>
    pair.truth !== undefined && pair.truth.expected !== "distinct"
      ? !isRecognised(pair) || isLost(pair)
      : isFalse(pair),
  );
  const rows = mistakes.map(mistakeRow);
  process.stdout.write("\nMistakes\n");
  printTable(["kind", "what", "similarity", "a", "b"], rows, ["left", "left", "right", "left", "left"]);
  printWrongReports(pairs);
}

function mistakeRow(pair: JudgedPair): string[] {
  const { a, b, truth, verdict } = pair;
  const what = isSimilar(pair) && !isLost(pair) ? "false" : isRecognised(pair) ? "lost" : "missed";
  return [truth?.edit ?? pair.relation, what, verdict.similarity.toFixed(2), a, b];
}

function printRecall(title: string, rows: readonly Recall[]): void {
  process.stdout.write(`\n${title}\n`);
  printTable(
    ["edit", "pairs", "recall", "95 % interval", "lost by search", "rule named", "lowest"],
    rows.map(({ name, pairs, recall, interval, lost, named, lowest }) => [
      ...[name, String(pairs), percent(recall), interval.map((bound) => percent(bound)).join(" to ")],
      ...[String(lost), percent(named), lowest.toFixed(2)],
    ]),
    ["left", "right", "right", "right", "right", "right", "right"],
  );
}

function printFalsePairs(title: string, rows: readonly FalsePairs[]): void {
  process.stdout.write(`\n${title}\n`);
  printTable(
    ["pairs of", "pairs", "compared", "similar", "95 % interval", "possible", "highest"],
    rows.map(({ name, pairs, compared, similar, interval, possible, highest }) => [
      ...[name, String(pairs), String(compared), String(similar)],
      ...[interval.map((bound) => percent(bound, 2)).join(" to "), String(possible), highest.toFixed(2)],
    ]),
    ["left", "right", "right", "right", "right", "right", "right"],
  );
}
