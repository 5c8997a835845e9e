import Table from "cli-table3";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { LEAST_COLUMNS, type Terminal } from "./terminal.js";

/** Columns of white space before a table and between two of its columns. */
const GAP = 2;

/** Wide tables are hard to read across; more columns than this stay empty. */
const MOST_COLUMNS = 140;

/** No lines but one under the head: a file name copied from the table comes without frames. */
const LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};

/** One column of a table. */
export interface Column {
  /** Empty in all columns: the table has no head. */
  readonly title: string;
  /** Display columns of its text, or the share of what the fixed columns leave. */
  readonly width: { readonly fixed: number } | { readonly share: number };
  /** File names are broken after `-`, `_`, `/` and `.` where they can; default: words. */
  readonly holds?: "words" | "names";
}

/** A table of wrapped cells, two columns indented, as wide as the terminal; rows without cells give nothing. */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): string {
  if (rows.length === 0) return "";
  const available =
    Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, terminal.columns)) - GAP * (columns.length + 1);
  const fixed = columns.reduce((sum, { width }) => sum + ("fixed" in width ? width.fixed : 0), 0);
  const widths = columns.map(({ width }) =>
    "fixed" in width ? width.fixed : Math.floor((available - fixed) * width.share),
  );
  const cell = (text: string, index: number) => {
    const breakable = breakLines(text, widths[index], columns[index].holds ?? "words");
    return wrapAnsi(breakable, widths[index], { hard: true, trim: true });
  };
  const table = new Table({
    head: columns.some(({ title }) => title !== "")
      ? columns.map(({ title }, index) => terminal.colors.dim(cell(title, index)))
      : [],
    chars: LINES,
    style: { head: [], border: [], "padding-left": GAP, "padding-right": 0 },
    colWidths: widths.map((width) => width + GAP),
  });
  for (const row of rows) table.push(row.map(cell));
  return withoutTrailingSpace(table.toString());
}

/**
 * Where a line may be broken. Names have no spaces, but separators. Chinese has none either: it may be broken beside any of its characters,
 * but not before a closing mark or after an opening one; numbers and Latin words among them stay whole.
 */
const BREAKS = {
  names: /(?<=[-_/. ])/,
  words:
    /(?<= )|(?<=[\p{scx=Han}，。；：、！？）”])(?![，。；：、！？）”])|(?<![（“])(?=[\p{scx=Han}（“])(?![，。；：、！？）”])/u,
} as const;

/** The text with a line break at the last place that fits, where one is needed. */
function breakLines(text: string, width: number, holds: keyof typeof BREAKS): string {
  if (holds === "words" && !/\p{Script=Han}/u.test(text)) return text;
  return text
    .split("\n")
    .map((line) => breakLine(line, width, BREAKS[holds]))
    .join("\n");
}

function breakLine(text: string, width: number, breaksAt: RegExp): string {
  let line = 0;
  return text
    .split(breaksAt)
    .map((part) => {
      const partWidth = stringWidth(part);
      const breaks = line > 0 && line + stringWidth(part.trimEnd()) > width;
      line = breaks ? partWidth : line + partWidth;
      return breaks ? `\n${part}` : part;
    })
    .join("");
}

function withoutTrailingSpace(text: string): string {
  return text.replace(/[ \t]+$/gm, "");
}
