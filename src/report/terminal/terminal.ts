import type { Colors } from "picocolors/types.js";
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
