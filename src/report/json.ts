import type { ScanReport } from "./scan-report.js";

/** The report as JSON, indented by two spaces, ending in a newline. */
export function renderJson(report: ScanReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
