import { seconds } from "../numbers.js";
import type { ReportedPair, ScanReport } from "../scan-report.js";
import { drawFailures } from "./failure-section.js";
import { drawGroup, drawPairs, tellingPair } from "./group-section.js";
import { namesIn } from "./names.js";
import { type Terminal, wrapLines } from "./terminal.js";

/** What the page of a scan shows. */
export interface ScanPageOptions {
  /** Every pair inside a group, not only the one that explains each repeat best. */
  readonly allPairs: boolean;
}

/** The report of a scan for reading on a terminal: groups, possible pairs, failures, warnings, the counts. */
export function renderScanPage(report: ScanReport, terminal: Terminal, options: ScanPageOptions): string {
  const { texts, colors } = terminal;
  const names = namesIn(report, terminal);
  const sections: string[] = [];
  report.groups.forEach((group, index) => {
    sections.push(drawGroup(index + 1, group, report.pairs, names, terminal));
    if (options.allPairs) {
      const others = pairsInside(report, group.members).filter(
        (pair) => !shown(pair, group.first, group.members, report.pairs),
      );
      if (others.length > 0) sections.push(drawPairs(others, names, terminal));
    }
  });

  const possible = report.pairs.filter((pair) => pair.grade === "possible");
  if (possible.length > 0) {
    sections.push(`${colors.bold(texts.headings.possible)}\n${drawPairs(possible, names, terminal)}`);
  }
  const failures = report.creatives.flatMap((creative) => (creative.status === "failed" ? [creative] : []));
  if (failures.length > 0) {
    sections.push(`${colors.bold(texts.headings.failed)}\n${drawFailures(failures, terminal)}`);
  }
  if (report.warnings.length > 0) {
    const rows = report.warnings.map((warning) => ({ path: warning.path ?? "", error: warning }));
    sections.push(`${colors.bold(texts.headings.warnings)}\n${drawFailures(rows, terminal)}`);
  }
  sections.push(conclusion(report, terminal, options));
  return wrapLines(sections.join("\n"), terminal);
}

function conclusion(report: ScanReport, { texts, colors }: Terminal, options: ScanPageOptions): string {
  const { summary, groups, pairs } = report;
  const repeats = groups.reduce((sum, group) => sum + group.members.length - 1, 0);
  const hidden = pairs.filter((pair) => pair.grade !== "possible").length - repeats;
  const lines = [
    repeats > 0
      ? colors.bold(texts.somethingSimilar(groups.length, repeats))
      : colors.bold(colors.green(texts.nothingSimilar())),
  ];
  if (hidden > 0 && !options.allPairs) lines.push(texts.morePairs(hidden));
  lines.push(colors.dim(texts.summary({ ...summary, seconds: seconds(summary.elapsedSeconds) })));
  return `${lines.join("\n")}\n`;
}

function pairsInside(report: ScanReport, members: readonly string[]): ReportedPair[] {
  const inside = new Set(members);
  return report.pairs.filter((pair) => pair.grade !== "possible" && inside.has(pair.a) && inside.has(pair.b));
}

/** Whether the group's table has shown the pair already. */
function shown(
  pair: ReportedPair,
  first: string,
  members: readonly string[],
  pairs: readonly ReportedPair[],
): boolean {
  return members.some((id) => id !== first && tellingPair(id, first, pairs) === pair);
}
