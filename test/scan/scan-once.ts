import type { ScanReport } from "../../src/report/scan-report.js";
import { scan } from "../../src/scan/scan.js";
import type { ScanEvent } from "../../src/scan/scan-event.js";
import type { ScanOptions } from "../../src/scan/scan-options.js";

/** All events of a scan, and its report. */
export async function scanOnce(
  folders: string | readonly string[],
  options: ScanOptions,
): Promise<{ readonly events: ScanEvent[]; readonly report: ScanReport }> {
  const events: ScanEvent[] = [];
  for await (const event of scan(typeof folders === "string" ? [folders] : folders, options))
    events.push(event);
  const last = events.at(-1);
  if (last?.type !== "done") throw new Error("the last event is not done");
  return { events, report: last.report };
}

/** How many events of a type there are. */
export function count(events: readonly ScanEvent[], type: ScanEvent["type"]): number {
  return events.filter((event) => event.type === type).length;
}

/** The report without its clock. */
export function timeless(report: ScanReport): ScanReport {
  return { ...report, summary: { ...report.summary, elapsedSeconds: 0 } };
}
