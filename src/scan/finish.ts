import type { FailedCreative, ReadCreative } from "../report/scan-report.js";
import { type LookedAt, takeReportFilmstrips } from "./report-filmstrips.js";
import type { ScanRun } from "./scan-run.js";

/** All that a run has come upon. */
export interface Outcome extends LookedAt {
  /** Creatives of a library that pairs name. */
  readonly stored: readonly ReadCreative[];
  readonly failed: readonly FailedCreative[];
}

/** Sends the last event of a run: its report, with filmstrips where they were asked for. Throws the signal's reason. */
export async function finish({ stored, failed, ...lookedAt }: Outcome, run: ScanRun): Promise<void> {
  const report = await run.report([...stored, ...lookedAt.read.map(({ creative }) => creative), ...failed]);
  const filmstrips =
    run.options.filmstrips === true ? await takeReportFilmstrips(report, lookedAt, run) : new Map();
  run.send({ type: "done", report, filmstrips });
}
