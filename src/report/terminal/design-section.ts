import type { ReadCreative, ScanReport } from "../scan-report.js";
import { namesIn } from "./names.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** The section on creatives whose design may be marked as low quality, only where there are any; each ends in a newline. */
export function drawDesignNotes(report: ScanReport, most: number, terminal: Terminal): string[] {
  const { texts, colors } = terminal;
  const names = namesIn(report, terminal);
  const noted = report.creatives.filter(
    (creative): creative is ReadCreative =>
      creative.status === "ok" && creative.origin === "scan" && creative.designNotes !== undefined,
  );
  if (noted.length === 0) return [];
  const rows = noted.slice(0, most).map(({ id, designNotes = [] }) => {
    return [names.nameOf(id), designNotes.map((note) => texts.designNotes[note]).join(texts.comma)];
  });
  const columns = [
    { title: texts.columns.file, width: { share: 0.6 }, holds: "names" as const },
    { title: texts.columns.note, width: { share: 0.4 } },
  ];
  const rest = noted.length - rows.length;
  return [
    [
      colors.bold(texts.headings.design),
      drawTable(columns, rows, terminal),
      ...(rest > 0 ? [`  ${texts.moreNotes(rest)}`] : []),
      "",
    ].join("\n"),
  ];
}
