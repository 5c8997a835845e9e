import { markdownTable } from "markdown-table";
import stringWidth from "string-width";

/** A column of numbers stands to the right. */
export type Alignment = "left" | "right";

/** Writes a table to stdout as Markdown, which reads well on a terminal and in a README. */
export function printTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): void {
  const text = markdownTable([heads, ...rows], { align: alignments, stringLength: stringWidth });
  process.stdout.write(`\n${text}\n`);
}

/** `0.98765` as `98.8 %`; a dash for NaN, which is a share of nothing. */
export function percent(share: number, digits = 1): string {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(digits)} %`;
}
