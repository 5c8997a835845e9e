import { creativeName } from "../creative-name.js";
import { translateError } from "../report-error.js";
import type { ReportedError, ScanReport } from "../scan-report.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** What could not be read or done, a row each: file, problem with its code, remedy. Ends in a newline. */
function drawFailures(
  failures: readonly { readonly path: string; readonly error: ReportedError }[],
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  const rows = failures.map(({ path, error }) => {
    const { message, remedy, code } = translateError(error, texts);
    return [printable(path), `${printable(message)} ${colors.dim(code)}`, remedy];
  });
  const columns = [
    { title: texts.columns.file, width: { share: 0.3 }, holds: "names" as const },
    { title: texts.columns.problem, width: { share: 0.35 } },
    { title: texts.columns.remedy, width: { share: 0.35 } },
  ];
  return `${drawTable(columns, rows, terminal)}\n`;
}

/** The sections on what could not be read and on warnings, each only where there is something to tell. */
export function drawTroubles(report: ScanReport, terminal: Terminal): string[] {
  const { headings } = terminal.texts;
  const failed = report.creatives.flatMap((creative) =>
    creative.status === "failed" ? [{ path: creativeName(creative), error: creative.error }] : [],
  );
  // What was passed over is told in one line when it is found, not in a table of several.
  const told = report.warnings.filter(({ code }) => code !== "FILES_PASSED_OVER");
  const warnings = told.map((warning) => ({ path: warning.path ?? "", error: warning }));
  return [
    ...(failed.length > 0
      ? [`${terminal.colors.bold(headings.failed)}\n${drawFailures(failed, terminal)}`]
      : []),
    ...(warnings.length > 0
      ? [`${terminal.colors.bold(headings.warnings)}\n${drawFailures(warnings, terminal)}`]
      : []),
  ];
}
