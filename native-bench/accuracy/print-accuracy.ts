import { percent, printTable } from "../measuring/print-table.js";
import { differentClips, type FalsePairs, hardNegatives } from "./false-pairs.js";
import type { JudgedCorpus } from "./judge-corpus.js";
import { isFalse, isLost, isRecognised, isSimilar, type JudgedPair } from "./judged-pair.js";
import { type Recall, recallByGroup, recallByKind } from "./recall.js";
import { printReported, printReportedKinds, printWrongReports } from "./reported/print-reported.js";

/** Writes the tables of a judged corpus to stdout. */
export function printAccuracy(judged: JudgedCorpus): void {
  const { pairs } = judged;
  printRecall("Recall by group of edits", recallByGroup(pairs));
  printRecall("Recall by kind of edit", recallByKind(pairs));
  printReported(pairs);
  printReportedKinds(pairs);
  printFalsePairs("Hard negatives", hardNegatives(pairs));
  printFalsePairs("Different clips", differentClips(judged));
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
