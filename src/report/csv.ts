import { stringify } from "csv-stringify/sync";
import { adviseOn, explainRule } from "./explain/pair.js";
import type { ReportedPair, ScanReport } from "./scan-report.js";
import type { Texts } from "./texts/texts.js";

/** How a CSV report is written. */
export interface CsvOptions {
  /** A byte order mark in front, by which Excel knows UTF-8; other readers may take it for part of the first name. */
  readonly byteOrderMark: boolean;
}

/** The columns of the CSV report; one row a pair. The names are the same in every language. */
const CSV_COLUMNS = [
  "group",
  "a",
  "b",
  "a_path",
  "b_path",
  "similarity",
  "grade",
  "rules",
  "reasons",
  "advice",
  "coverage_a",
  "coverage_b",
  "segments",
  "mirrored",
  "angle_degrees",
  "zoom",
  "stretch",
  "speed",
  "offset_seconds",
  "changed_regions",
  "audio_changed",
  "cover_changed",
] as const;

/** The pairs of a report as CSV (RFC 4180, CRLF), with a head; cells that a spreadsheet would run as formulas are defused. */
export function renderCsv(report: ScanReport, texts: Texts, options: CsvOptions): string {
  const paths = new Map(report.creatives.map((creative) => [creative.id, creative.path]));
  const groups = new Map(
    report.groups.flatMap((group) => group.members.map((id) => [id, group.id] as const)),
  );
  return stringify(
    report.pairs.map((pair) => row(pair, paths, groups, texts)),
    {
      header: true,
      columns: [...CSV_COLUMNS],
      bom: options.byteOrderMark,
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { boolean: String },
    },
  );
}

function row(
  pair: ReportedPair,
  paths: ReadonlyMap<string, string>,
  groups: ReadonlyMap<string, string>,
  texts: Texts,
): Record<(typeof CSV_COLUMNS)[number], string | number | boolean | undefined> {
  const group = groups.get(pair.a);
  return {
    group: group !== undefined && group === groups.get(pair.b) ? group : undefined,
    a: pair.a,
    b: pair.b,
    a_path: paths.get(pair.a),
    b_path: paths.get(pair.b),
    similarity: pair.similarity,
    grade: pair.grade,
    rules: pair.rules.map(({ rule }) => rule).join(" "),
    reasons: pair.rules.map((finding) => explainRule(finding, pair, texts)).join("; "),
    advice: adviseOn(pair, texts).join(texts.sentenceGap),
    coverage_a: pair.coverage.a,
    coverage_b: pair.coverage.b,
    segments: pair.segments.map(({ a, b }) => `${a[0]}-${a[1]}=${b[0]}-${b[1]}`).join(" "),
    mirrored: pair.transform.mirrored,
    angle_degrees: pair.transform.angleDegrees,
    zoom: pair.transform.zoom,
    stretch: pair.transform.stretch,
    speed: pair.transform.speed,
    offset_seconds: pair.transform.offsetSeconds,
    changed_regions: pair.changed.regions
      .map(({ x, y, width, height }) => `${width}x${height}+${x}+${y}`)
      .join(" "),
    audio_changed: pair.changed.audio,
    cover_changed: pair.changed.cover,
  };
}
