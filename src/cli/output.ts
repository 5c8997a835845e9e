import { type Command, Option } from "commander";
import { renderCsv, renderJson, SamecutError, type ScanReport, textsOf, writeAtomically } from "../index.js";
import type { Session } from "./session.js";

/** Where the machine-readable reports go: paths, or `-` for stdout. */
export interface ReportTargets {
  readonly json?: string;
  readonly csv?: string;
  /** Understood, so that it can be answered; see {@link checkTargets}. */
  readonly html?: string;
}

/** Adds the options that say where reports go. */
export function addReportOptions(command: Command): Command {
  return command
    .option("--json <file>", "write the report as JSON; - for stdout")
    .option("--csv <file>", "write the pairs as CSV; - for stdout")
    .addOption(new Option("--html <file>").hideHelp());
}

/** Throws SETTING_INVALID for reports that cannot be written as asked, before any work is done for them. */
export function checkTargets({ json, csv, html }: ReportTargets): void {
  if (html !== undefined) {
    throw new SamecutError("SETTING_INVALID", {
      detail: "--html: HTML reports are not there yet, use --json or --csv",
    });
  }
  if (json === "-" && csv === "-") {
    throw new SamecutError("SETTING_INVALID", {
      detail: "--json - and --csv -: only one report can go to stdout",
    });
  }
}

/** True when stdout carries a machine-readable report and must carry nothing else. */
export function takesStdout(targets: ReportTargets): boolean {
  return targets.json === "-" || targets.csv === "-";
}

/** Writes the reports that were asked for. Throws REPORT_UNWRITABLE. */
export async function writeReports(
  report: ScanReport,
  targets: ReportTargets,
  session: Session,
): Promise<void> {
  if (targets.json !== undefined) await writeTo(targets.json, renderJson(report), session);
  if (targets.csv !== undefined) {
    // Excel needs the mark to read Chinese; a pipe's reader would take it for part of the first column's name.
    const byteOrderMark = targets.csv !== "-" && session.language === "zh";
    await writeTo(targets.csv, renderCsv(report, textsOf(session.language), { byteOrderMark }), session);
  }
}

/** Writes text to a file, all of it or nothing, or to stdout for `-`. Throws REPORT_UNWRITABLE. */
export async function writeTo(
  path: string,
  text: string | AsyncIterable<string>,
  session: Session,
): Promise<void> {
  if (path === "-") {
    for await (const part of typeof text === "string" ? [text] : text) session.print(part);
    return;
  }
  try {
    await writeAtomically(path, text);
  } catch (cause) {
    throw new SamecutError("REPORT_UNWRITABLE", { path, detail: (cause as Error).message, cause });
  }
}
