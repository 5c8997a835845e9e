import { clock } from "../numbers.js";
import type { ReadCreative, ScanReport } from "../scan-report.js";
import { drawTroubles } from "./failure-section.js";
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
    { title: listing.creative, width: { share: 0.65 }, holds: "names" as const },
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
  const { creatives, failed } = report.summary;
  const refused = report.warnings.filter(({ code }) => code === "CREATIVE_EXISTS").length;
  const inLibrary = terminal.texts.inLibrary(creatives - failed - refused);
  return [...drawTroubles(report, terminal), `${inLibrary}\n`].join("\n");
}
