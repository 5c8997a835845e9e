import type { Command } from "commander";
import {
  csvParts,
  jsonParts,
  loadReportPage,
  renderScanHtml,
  SamecutError,
  TOOL_VERSION,
  textsOf,
  writeAtomically,
} from "../index.js";
import type { Finding } from "./follow.js";
import type { Session } from "./session.js";

/** Where the report files go: paths, or `-` for stdout. */
export interface ReportTargets {
  readonly json?: string;
  readonly csv?: string;
  readonly html?: string;
}

/** Adds the options that say where reports go. */
export function addReportOptions(command: Command): Command {
  return command
    .option("--json <file>", "write the report as JSON; - for stdout")
    .option("--csv <file>", "write the pairs as CSV; - for stdout")
    .option("--html <file>", "write a page with pictures, one file that needs no network; - for stdout");
}

/** Throws for reports that cannot be written as asked, before any work is done for them: SETTING_INVALID, PAGE_MISSING. */
export async function checkTargets(targets: ReportTargets): Promise<void> {
  const toStdout = (["json", "csv", "html"] as const).filter((format) => targets[format] === "-");
  if (toStdout.length > 1) {
    const given = toStdout.map((format) => `--${format} -`).join(" and ");
    throw new SamecutError("SETTING_INVALID", { detail: `${given}: only one report can go to stdout` });
  }
  if (targets.html !== undefined) await loadReportPage();
}

/** True when stdout carries a machine-readable report and must carry nothing else. */
export function takesStdout(targets: ReportTargets): boolean {
  return [targets.json, targets.csv, targets.html].includes("-");
}

/** Writes the reports that were asked for. Throws REPORT_UNWRITABLE. */
export async function writeReports(
  { report, filmstrips }: Finding,
  targets: ReportTargets,
  session: Session,
): Promise<void> {
  if (targets.json !== undefined) await writeTo(targets.json, jsonParts(report), session);
  if (targets.csv !== undefined) {
    const byteOrderMark = needsByteOrderMark(targets.csv, session);
    await writeTo(targets.csv, csvParts(report, textsOf(session.language), { byteOrderMark }), session);
  }
  if (targets.html !== undefined) {
    const page = await loadReportPage();
    const { language } = session;
    const html = renderScanHtml(report, { page, filmstrips, language, version: TOOL_VERSION });
    await writeTo(targets.html, html, session);
  }
}

/** Excel needs the mark to read Chinese; a pipe's reader would take it for part of the first column's name. */
export function needsByteOrderMark(path: string, { language }: Session): boolean {
  return path !== "-" && language === "zh";
}

/** Writes text to a file, all of it or nothing, or to stdout for `-`. Throws REPORT_UNWRITABLE. */
export async function writeTo(
  path: string,
  text: string | Iterable<string> | AsyncIterable<string>,
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
