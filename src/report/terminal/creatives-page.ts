import { clock } from "../numbers.js";
import type { ReadCreative, ScanReport } from "../scan-report.js";
import { drawFailures } from "./failure-section.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** What a list shows of a creative. */
export type ListedCreative = Pick<
  ReadCreative,
  "id" | "kind" | "durationSeconds" | "width" | "height" | "layout" | "account" | "uploadedAt"
>;

/** Creatives as a table in the order given. Ends in a newline. */
export function renderCreativesPage(creatives: readonly ListedCreative[], terminal: Terminal): string {
  const { texts } = terminal;
  if (creatives.length === 0) return `${texts.noCreatives()}\n`;
  const rows = creatives.map((creative) => [
    printable(creative.id),
    creative.kind === "video" ? clock(creative.durationSeconds) : "",
    `${creative.width}x${creative.height}`,
    texts.layoutNames[creative.layout],
    printable(creative.account ?? ""),
    creative.uploadedAt?.slice(0, 10) ?? "",
  ]);
  const { listing } = texts;
  const columns = [
    { title: listing.creative, width: { share: 0.65 } },
    { title: listing.length, width: { fixed: 7 } },
    { title: listing.size, width: { fixed: 9 } },
    { title: listing.layout, width: { fixed: 8 } },
    { title: listing.account, width: { share: 0.35 } },
    { title: listing.uploaded, width: { fixed: 10 } },
  ];
  return `${drawTable(columns, rows, terminal)}\n`;
}

/** What came of adding creatives to a library: failures, warnings, the counts. */
export function renderAddedPage(report: ScanReport, terminal: Terminal): string {
  const { texts, colors } = terminal;
  const { summary } = report;
  const sections: string[] = [];
  const failures = report.creatives.flatMap((creative) => (creative.status === "failed" ? [creative] : []));
  if (failures.length > 0)
    sections.push(`${colors.bold(texts.headings.failed)}\n${drawFailures(failures, terminal)}`);
  if (report.warnings.length > 0) {
    const rows = report.warnings.map((warning) => ({ path: warning.path ?? "", error: warning }));
    sections.push(`${colors.bold(texts.headings.warnings)}\n${drawFailures(rows, terminal)}`);
  }
  sections.push(`${texts.inLibrary(summary.creatives - summary.failed)}\n`);
  return sections.join("\n");
}
