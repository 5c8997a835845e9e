import type { ErrorCode, ScanReport } from "../index.js";
import { EXIT_STATUS, type ExitStatus } from "./exit-status.js";

/** Warnings that tell of a folder, or of a file that is not even listed, which nobody has looked into. */
const UNSEEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "FILE_NOT_FOUND",
  "FILE_UNREADABLE",
  "NAME_NOT_UTF8",
]);

/** The exit status of a report. "Nothing similar" is not said of files that nobody could read. */
export function statusOfReport(report: ScanReport): ExitStatus {
  if (report.groups.length > 0) return EXIT_STATUS.somethingSimilar;
  return isComplete(report) ? EXIT_STATUS.nothingSimilar : EXIT_STATUS.error;
}

/** The exit status of adding to a library: an error where anything that was given is not in it. */
export function statusOfAddition(report: ScanReport): ExitStatus {
  const refused = report.warnings.some(({ code }) => code === "CREATIVE_EXISTS");
  return isComplete(report) && !refused ? EXIT_STATUS.nothingSimilar : EXIT_STATUS.error;
}

/** Whether everything that was given could be read. */
function isComplete({ summary, warnings }: ScanReport): boolean {
  return summary.failed === 0 && !warnings.some(({ code }) => UNSEEN.has(code));
}
