import type { ScanReport } from "../index.js";
import { EXIT_STATUS, type ExitStatus } from "./exit-status.js";

/** The exit status of a report. "Nothing similar" is not said of files that nobody could read. */
export function statusOfReport({ groups, summary }: ScanReport): ExitStatus {
  if (groups.length > 0) return EXIT_STATUS.somethingSimilar;
  return summary.failed > 0 ? EXIT_STATUS.error : EXIT_STATUS.nothingSimilar;
}
