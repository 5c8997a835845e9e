import type { Filmstrip, ScanEvent, ScanReport } from "../index.js";
import { Progress } from "./progress.js";
import type { Session } from "./session.js";

/** What a scan ends with. */
export interface Finding {
  readonly report: ScanReport;
  /** Empty unless they were asked for. */
  readonly filmstrips: ReadonlyMap<string, Filmstrip>;
}

/** Follows a scan, a check or an adding on the terminal to its end; what it ends with. */
export async function follow(events: AsyncIterable<ScanEvent>, session: Session): Promise<Finding> {
  using progress = new Progress(session);
  let finding: Finding | undefined;
  for await (const event of events) {
    progress.follow(event);
    if (event.type === "done") finding = event;
  }
  if (finding === undefined) throw new Error("the events ended without a report");
  return finding;
}
