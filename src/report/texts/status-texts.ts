import type { Traffic } from "../../status/status-lines.js";
import type { AdLevel, StatusWord } from "../../status/status-words.js";

/** What a word of the ad list means, and what to do about it where something can be done. */
export interface WordTexts {
  readonly meaning: string;
  readonly remedy?: string;
}

/** What is said about the words of the ad list, in one language. */
export interface StatusTexts {
  readonly levels: Readonly<Record<AdLevel, string>>;
  /** What becomes of an ad, as a sentence. */
  readonly traffic: Readonly<Record<Traffic, string>>;
  readonly words: Readonly<Record<StatusWord, WordTexts>>;
  /** Where nothing has to be done. */
  readonly nothingToDo: string;
  /** The words are known, but the manual shows them together nowhere. */
  readonly noSuchLine: string;
  readonly columns: { readonly level: string; readonly shown: string; readonly meaning: string };
}
