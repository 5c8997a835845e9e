import { stringify } from "csv-stringify/sync";
import { standingBeside } from "../account/standing.js";
import { adviseOn, explainRule } from "./explain/pair.js";
import type { ReportedCreative, ReportedPair, ScanReport } from "./scan-report.js";
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
  "a_account",
  "b_account",
  "standing",
  "a_folder",
  "b_folder",
] as const;

/** Rows in one part. */
const PART_ROWS = 1_000;

/**
 * The pairs of a report as CSV (RFC 4180, CRLF), with a head; cells that a spreadsheet would run as formulas are defused. Throws RangeError beyond
 * 512 MB, some 800,000 pairs: see {@link csvParts}.
 */
export function renderCsv(report: ScanReport, texts: Texts, options: CsvOptions): string {
  return [...csvParts(report, texts, options)].join("");
}

/** What {@link renderCsv} gives, a part at a time, to be written one after the other: there is no longest report then. */
export function* csvParts(
  report: ScanReport,
  texts: Texts,
  { byteOrderMark }: CsvOptions,
): Generator<string, void> {
  const creatives = new Map(report.creatives.map((creative) => [creative.id, creative]));
  const groups = new Map(
    report.groups.flatMap((group) => group.members.map((id) => [id, group.id] as const)),
  );
  const common = {
    columns: [...CSV_COLUMNS],
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { boolean: String },
  } as const;
  yield stringify([], { ...common, header: true, bom: byteOrderMark });
  for (let from = 0; from < report.pairs.length; from += PART_ROWS) {
    const pairs = report.pairs.slice(from, from + PART_ROWS);
    yield stringify(
      pairs.map((pair) => row(pair, creatives, groups, texts)),
      common,
    );
  }
}

function row(
  pair: ReportedPair,
  creatives: ReadonlyMap<string, ReportedCreative>,
  groups: ReadonlyMap<string, string>,
  texts: Texts,
): Record<(typeof CSV_COLUMNS)[number], string | number | boolean | undefined> {
  const group = groups.get(pair.a);
  const [a, b] = [creatives.get(pair.a), creatives.get(pair.b)];
  return {
    group: group !== undefined && group === groups.get(pair.b) ? group : undefined,
    a: pair.a,
    b: pair.b,
    a_path: a?.path,
    b_path: b?.path,
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
    a_account: a?.account,
    b_account: b?.account,
    standing: describeStanding(pair, a, b, texts),
    a_folder: a?.folder,
    b_folder: b?.folder,
  };
}

/** Whose creative is repeated; empty where the repeat's account is not known, and for what is similar only possibly. */
function describeStanding(
  { grade }: ReportedPair,
  a: ReportedCreative | undefined,
  b: ReportedCreative | undefined,
  { account }: Texts,
): string | undefined {
  if (a === undefined || b?.account === undefined || grade === "possible") return undefined;
  return account.standings[standingBeside(a, b)];
}
