import { explainRule, nameOtherSide } from "../explain/pair.js";
import { percent } from "../numbers.js";
import type { ReportedGroup, ReportedPair } from "../scan-report.js";
import type { TellingPairs } from "../telling-pairs.js";
import { type CreativeNames, paintGrade } from "./names.js";
import { type Column, drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** A group: its original, then a row for each repeat with the pair that shows it best. Ends in a newline. */
export function drawGroup(
  number: number,
  group: ReportedGroup,
  telling: TellingPairs,
  names: CreativeNames,
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  const rows = group.members
    .filter((id) => id !== group.first)
    .map((id) => repeatRow(id, group, telling, names, terminal));
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

function repeatRow(
  id: string,
  group: ReportedGroup,
  telling: TellingPairs,
  names: CreativeNames,
  terminal: Terminal,
): string[] {
  const pair = telling.of(id, group);
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
  if (nameOther) reasons.unshift(colors.dim(nameOtherSide(id, pair, names.nameOf, texts)));
  return [
    `${percent(pair.similarity)} ${paintGrade(pair.grade, terminal)}`,
    names.nameOf(id),
    reasons.join("\n"),
  ];
}

function pairColumns({ texts }: Terminal): Column[] {
  return [
    { title: texts.columns.similarity, width: { fixed: 14 } },
    { title: texts.columns.creative, width: { share: 0.42 }, holds: "names" },
    { title: texts.columns.why, width: { share: 0.58 } },
  ];
}
