import type { Grade } from "../../verdict/verdict.js";
import { creativeName } from "../creative-name.js";
import type { ReportedCreative, ReportedGrade, ScanReport } from "../scan-report.js";
import { printable } from "./printable.js";
import type { Terminal } from "./terminal.js";

/** Finds creatives by id and prints their names. */
export interface CreativeNames {
  /** The printable name of a creative; a library's is marked as such. */
  nameOf(id: string): string;
}

/** The names of a report's creatives. */
export function namesIn(report: Pick<ScanReport, "creatives">, terminal: Terminal): CreativeNames {
  const byId = new Map(report.creatives.map((creative) => [creative.id, creative]));
  return { nameOf: (id) => nameOfCreative(byId.get(id), id, terminal) };
}

function nameOfCreative(creative: ReportedCreative | undefined, id: string, terminal: Terminal): string {
  const name = printable(creative === undefined ? id : creativeName(creative));
  return creative?.origin === "library" ? terminal.texts.fromLibrary(name) : name;
}

/** A grade in the colour of its weight; the word alone says it too. */
export function paintGrade(grade: Grade | ReportedGrade, terminal: Terminal): string {
  const { colors, texts } = terminal;
  const name = texts.gradeNames[grade];
  switch (grade) {
    case "identical":
    case "duplicate":
      return colors.red(name);
    case "similar":
      return colors.yellow(name);
    case "possible":
      return colors.cyan(name);
    case "distinct":
      return colors.green(name);
  }
}
