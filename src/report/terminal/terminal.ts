import type { Colors } from "picocolors/types.js";
import wrapAnsi from "wrap-ansi";
import type { Texts } from "../texts/texts.js";

/** What a text is drawn for. */
export interface Terminal {
  /** Display columns available; 80 where it is not known. */
  readonly columns: number;
  /** picocolors' painters; the ones that paint nothing where colour is not wanted. */
  readonly colors: Colors;
  readonly texts: Texts;
}

/** Narrower terminals get lines as if they were this wide. */
export const LEAST_COLUMNS = 60;

/** The text with lines that are too long for the terminal broken, at spaces where there are any. */
export function wrapLines(text: string, terminal: Terminal): string {
  return wrapAnsi(text, Math.max(LEAST_COLUMNS, terminal.columns), { hard: true, trim: false });
}
