import { drawTable, printable, reportError, translateError } from "../../index.js";
import type { Session } from "../session.js";
import type { Finding } from "./finding.js";

/** What was found, a row each, with what to do about what is missing. Ends in a newline. */
export function renderDiagnosis(findings: readonly Finding[], session: Session): string {
  const { terminal } = session;
  const { colors, texts } = terminal;
  const rows = findings.map(({ subject, found, error }) => {
    if (error === undefined) return [colors.green("ok"), subject, printable(found)];
    const { message, remedy } = translateError(reportError(error), texts);
    return [colors.red("!!"), subject, `${printable(message)}\n${remedy}`];
  });
  const columns = [
    { title: "", width: { fixed: 2 } },
    { title: "", width: { fixed: 18 } },
    { title: "", width: { share: 1 } },
  ];
  return `${drawTable(columns, rows, terminal)}\n`;
}
