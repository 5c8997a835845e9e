import { explainSelection } from "../explain/selection.js";
import { seconds } from "../numbers.js";
import type { ScanReport } from "../scan-report.js";
import { TellingPairs } from "../telling-pairs.js";
import { drawAccounts } from "./accounts-section.js";
import { drawDesignNotes } from "./design-section.js";
import { drawTroubles } from "./failure-section.js";
import { drawGroup, drawPairs } from "./group-section.js";
import { namesIn } from "./names.js";
import { type Terminal, wrapLines } from "./terminal.js";

/** What the page of a scan shows. */
export interface ScanPageOptions {
  /** Every pair inside a group, not only the one that explains each repeat best. */
  readonly allPairs: boolean;
}

/** Most possible pairs a page lists: more would push the groups out of sight. */
const POSSIBLE_PAIRS = 20;

/** Most creatives with notes on their design. */
const DESIGN_NOTES = 10;

/** The report of a scan for reading on a terminal: groups, possible pairs, accounts, failures, warnings, the counts. */
export function renderScanPage(
  report: ScanReport,
  terminal: Terminal,
  { allPairs }: ScanPageOptions,
): string {
  const { texts, colors } = terminal;
  const names = namesIn(report, terminal);
  const telling = new TellingPairs(report);
  const sections: string[] = [];
  for (const [index, group] of report.groups.entries()) {
    sections.push(drawGroup(index + 1, group, telling, names, terminal));
    const others = allPairs ? telling.othersIn(group) : [];
    if (others.length > 0) sections.push(drawPairs(others, names, terminal));
  }

  const possible = allPairs
    ? report.pairs.filter((pair) => pair.grade === "possible")
    : telling.possible().slice(0, POSSIBLE_PAIRS);
  if (possible.length > 0) {
    sections.push(`${colors.bold(texts.headings.possible)}\n${drawPairs(possible, names, terminal)}`);
  }
  if (report.accounts !== undefined) sections.push(drawAccounts(report.accounts, terminal));
  const mostNotes = allPairs ? Number.POSITIVE_INFINITY : DESIGN_NOTES;
  sections.push(...drawDesignNotes(report, mostNotes, terminal), ...drawTroubles(report, terminal));
  const hidden = allPairs ? 0 : report.pairs.length - repeatsIn(report) - possible.length;
  sections.push(conclusion(report, hidden, terminal));
  return wrapLines(sections.join("\n"), terminal);
}

function repeatsIn({ groups }: ScanReport): number {
  return groups.reduce((sum, group) => sum + group.members.length - 1, 0);
}

function conclusion(report: ScanReport, hidden: number, { texts, colors }: Terminal): string {
  const { summary, groups } = report;
  const lines = [
    groups.length > 0
      ? colors.bold(texts.somethingSimilar(groups.length, repeatsIn(report)))
      : colors.bold(colors.green(texts.nothingSimilar())),
  ];
  if (hidden > 0) lines.push(texts.morePairs(hidden));
  if (report.selection !== undefined) lines.push(explainSelection(report.selection, texts));
  lines.push(colors.dim(texts.summary({ ...summary, seconds: seconds(summary.elapsedSeconds) })));
  return `${lines.join("\n")}\n`;
}
