import { translateError } from "../report-error.js";
import type { ReportedError } from "../scan-report.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** What could not be read or done, a row each: file, problem with its code, remedy. Ends in a newline. */
export function drawFailures(
  failures: readonly { readonly path: string; readonly error: ReportedError }[],
  terminal: Terminal,
): string {
  const { texts, colors } = terminal;
  const rows = failures.map(({ path, error }) => {
    const { message, remedy, code } = translateError(error, texts);
    return [printable(path), `${printable(message)} ${colors.dim(code)}`, remedy];
  });
  const columns = [
    { title: texts.columns.file, width: { share: 0.3 } },
    { title: texts.columns.problem, width: { share: 0.35 } },
    { title: texts.columns.remedy, width: { share: 0.35 } },
  ];
  return `${drawTable(columns, rows, terminal)}\n`;
}
