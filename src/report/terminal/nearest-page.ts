import type { PairVerdict } from "../../verdict/verdict.js";
import { explainRule } from "../explain/pair.js";
import { percent } from "../numbers.js";
import { paintGrade } from "./names.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** Creatives near to one, as a table in the order given, whatever their grades. Ends in a newline. */
export function renderNearestPage(
  nearest: readonly { readonly name: string; readonly verdict: PairVerdict }[],
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  if (nearest.length === 0) return `${texts.nothingNear()}\n`;
  const rows = nearest.map(({ name, verdict }) => [
    `${percent(verdict.similarity)} ${paintGrade(verdict.grade, terminal)}`,
    printable(name),
    verdict.rules.map((finding) => explainRule(finding, verdict, texts)).join("\n"),
  ]);
  const columns = [
    { title: texts.columns.similarity, width: { fixed: 14 } },
    { title: texts.columns.file, width: { share: 0.42 }, holds: "names" as const },
    { title: texts.columns.why, width: { share: 0.58 } },
  ];
  return `${colors.bold(texts.headings.nearest)}\n${drawTable(columns, rows, terminal)}\n`;
}
