import { explainRule } from "../explain/pair.js";
import { percent } from "../numbers.js";
import type { ReportedGroup, ReportedPair } from "../scan-report.js";
import { type CreativeNames, paintGrade } from "./names.js";
import { type Column, drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** A group: its original, then a row for each repeat with the pair that shows it best. Ends in a newline. */
export function drawGroup(
  number: number,
  group: ReportedGroup,
  pairs: readonly ReportedPair[],
  names: CreativeNames,
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  const rows = group.members
    .filter((id) => id !== group.first)
    .map((id) => repeatRow(id, group, pairs, names, terminal));
  return [
    colors.bold(texts.group(number, group.members.length)),
    `  ${colors.green(texts.first())}${texts.colon}${names.nameOf(group.first)}`,
    drawTable(pairColumns(terminal), rows, terminal),
    "",
  ].join("\n");
}

/** Pairs outside the groups (grade `possible`), a row each. Ends in a newline. */
export function drawPairs(pairs: readonly ReportedPair[], names: CreativeNames, terminal: Terminal): string {
  const rows = pairs.map((pair) => pairRow(pair.b, pair, true, names, terminal));
  return `${drawTable(pairColumns(terminal), rows, terminal)}\n`;
}

/** The pair that tells best why a creative is in its group: the one with the original, else the most similar one. */
export function tellingPair(
  id: string,
  first: string,
  pairs: readonly ReportedPair[],
): ReportedPair | undefined {
  const own = pairs.filter((pair) => pair.grade !== "possible" && (pair.a === id || pair.b === id));
  return (
    own.find((pair) => pair.a === first || pair.b === first) ??
    own.reduce<ReportedPair | undefined>(
      (best, pair) => (best && best.similarity >= pair.similarity ? best : pair),
      undefined,
    )
  );
}

function repeatRow(
  id: string,
  group: ReportedGroup,
  pairs: readonly ReportedPair[],
  names: CreativeNames,
  terminal: Terminal,
): string[] {
  const pair = tellingPair(id, group.first, pairs);
  if (pair === undefined) return ["", names.nameOf(id), ""];
  return pairRow(id, pair, pair.a !== group.first && pair.b !== group.first, names, terminal);
}

function pairRow(
  id: string,
  pair: ReportedPair,
  nameOther: boolean,
  names: CreativeNames,
  terminal: Terminal,
): string[] {
  const { texts, colors } = terminal;
  const reasons = pair.rules.map((finding) => explainRule(finding, pair, texts));
  const other = pair.a === id ? pair.b : pair.a;
  if (nameOther) reasons.unshift(colors.dim(texts.repeatOf(names.nameOf(other))));
  return [
    `${percent(pair.similarity)} ${paintGrade(pair.grade, terminal)}`,
    names.nameOf(id),
    reasons.join("\n"),
  ];
}

function pairColumns({ texts }: Terminal): Column[] {
  return [
    { title: texts.columns.similarity, width: { fixed: 14 } },
    { title: texts.columns.creative, width: { share: 0.42 } },
    { title: texts.columns.why, width: { share: 0.58 } },
  ];
}
