import type { ScanEvent, ScanReport } from "../index.js";
import { Progress } from "./progress.js";
import type { Session } from "./session.js";

/** Follows a scan, a check or an adding on the terminal to its end; the report it ends with. */
export async function follow(events: AsyncIterable<ScanEvent>, session: Session): Promise<ScanReport> {
  using progress = new Progress(session);
  let report: ScanReport | undefined;
  for await (const event of events) {
    progress.follow(event);
    if (event.type === "done") report = event.report;
  }
  if (report === undefined) throw new Error("the events ended without a report");
  return report;
}
