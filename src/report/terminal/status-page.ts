import type { StatusExplanation } from "../explain/status.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** The explanation of status words for reading on a terminal: the words, then the lines that show them. Ends in a newline. */
export function renderStatusPage({ words, lines }: StatusExplanation, terminal: Terminal): string {
  const { texts, colors } = terminal;
  const { columns, levels, noSuchLine } = texts.status;
  const wordRows = words.map(({ word, meaning, remedy = "" }) => [colors.bold(word), meaning, remedy]);
  const lineRows = lines.map(({ level, shown, meaning, remedy }) => [
    levels[level],
    shown.join("\n"),
    meaning,
    remedy,
  ]);
  const explained = [
    { title: columns.meaning, width: { share: 0.55 } },
    { title: texts.columns.remedy, width: { share: 0.45 } },
  ];
  const shown = { title: columns.shown, width: { fixed: SHOWN_COLUMNS } };
  const level = { title: columns.level, width: { fixed: LEVEL_COLUMNS } };
  return [
    drawTable([shown, ...explained], wordRows, terminal),
    lines.length === 0 ? noSuchLine : drawTable([level, shown, ...explained], lineRows, terminal),
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

/** The longest word has eight characters of two columns each. */
const SHOWN_COLUMNS = 16;

/** As wide as "creative". */
const LEVEL_COLUMNS = 8;
