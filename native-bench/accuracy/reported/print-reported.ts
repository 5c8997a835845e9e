import { percent, printTable } from "../../measuring/print-table.js";
import type { Share } from "../../measuring/share.js";
import type { JudgedPair } from "../judged-pair.js";
import { type ReportedTruths, reportedByGroup, reportedByKind, reportedByPart } from "./reported-truths.js";
import { wrongReports } from "./wrong-reports.js";

/** Writes how often transform, regions and tail starts are reported rightly, by group and by part, to stdout; `clips` says of which clips. */
export function printReported(pairs: readonly JudgedPair[], clips: string): void {
  printTruths(`Reported rightly, by group of edits (${clips})`, reportedByGroup(pairs));
  process.stdout.write(`\nReported rightly, by part of the transform (${clips})\n`);
  printTable(
    ["part", "tolerance", "where it was changed", "of pairs", "where it was not", "of pairs"],
    reportedByPart(pairs).map(({ part, tolerance, changed, unchanged }) => [
      ...[part, tolerance, text(changed), String(changed.asked), text(unchanged), String(unchanged.asked)],
    ]),
    ["left", "left", "right", "right", "right", "right"],
  );
}

/** The same by kind of edit. */
export function printReportedKinds(pairs: readonly JudgedPair[], clips: string): void {
  printTruths(`Reported rightly, by kind of edit (${clips})`, reportedByKind(pairs));
}

/** Writes everything that was reported wrongly, pair by pair. */
export function printWrongReports(pairs: readonly JudgedPair[]): void {
  const rows = wrongReports(pairs).map(({ pair: { a, b, truth }, part, real, told }) => [
    ...[truth!.edit, part, real, told, a, b],
  ]);
  process.stdout.write("\nReported wrongly\n");
  printTable(["kind", "what", "is", "told", "a", "b"], rows, [
    "left",
    "left",
    "right",
    "right",
    "left",
    "left",
  ]);
}

function printTruths(title: string, rows: readonly ReportedTruths[]): void {
  process.stdout.write(`\n${title}\n`);
  printTable(
    ["edit", "transform", "of pairs", "region", "of pairs", "tail's start", "of pairs"],
    rows.map(({ name, transform, region, tail }) => [
      ...[name, text(transform), String(transform.asked)],
      ...[text(region), String(region.asked), text(tail), String(tail.asked)],
    ]),
    ["left", "right", "right", "right", "right", "right", "right"],
  );
}

/** A share with its interval; a dash where nothing was asked. */
function text({ asked, share, interval }: Share): string {
  if (asked === 0) return "–";
  return `${percent(share)} (${interval.map((bound) => percent(bound).replace(" %", "")).join(" to ")})`;
}
