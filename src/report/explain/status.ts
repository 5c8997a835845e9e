import { SamecutError } from "../../errors.js";
import { FURTHER_WORDS, STATUS_LINES, type StatusLine, shownWords } from "../../status/status-lines.js";
import {
  type AdLevel,
  type DeliveryWord,
  REVIEW_ADVICE,
  SAME_WORD,
  STATUS_WORDS,
  type StatusWord,
} from "../../status/status-words.js";
import { LANGUAGES, type Language } from "../texts/language.js";
import { textsOf } from "../texts/texts-of.js";

/** What one word of the ad list means. */
export interface ExplainedWord {
  readonly word: StatusWord;
  readonly meaning: string;
  /** What to do; undefined where there is nothing to do. */
  readonly remedy?: string;
}

/** One line of the manual's table, in words. */
export interface ExplainedLine extends StatusLine {
  /** The words shown, in the order of their columns. */
  readonly shown: readonly StatusWord[];
  readonly meaning: string;
  /** What to do, also where that is nothing. */
  readonly remedy: string;
}

/** What words of the ad list mean, each and together. */
export interface StatusExplanation {
  readonly words: readonly ExplainedWord[];
  /** The lines of the table that show all of the words, in its order; empty where none does. */
  readonly lines: readonly ExplainedLine[];
}

/**
 * Explains words of the ad list's status column, as the platform shows them (投放中, 素材待优化, …): what each means, and
 * which lines of the manual's table show them all. Without words, every line.
 *
 * @param words one, several, or none
 * @param language default English
 * @throws SamecutError STATUS_UNKNOWN for a word that is in no column
 */
export function explainStatus(
  words: string | readonly string[] = [],
  language: Language = LANGUAGES[0] as Language,
): StatusExplanation {
  const asked = (typeof words === "string" ? [words] : words).map(knownWord);
  const { status, sentenceGap } = textsOf(language);
  const explainLine = (line: StatusLine): ExplainedLine => {
    const shown = shownWords(line);
    // "In delivery" says nothing that the outcome does not say better.
    const telling = shown.filter((word) => word !== "投放中" && !(word === REVIEW_ADVICE && line.notice));
    const remedies = new Set(telling.flatMap((word) => status.words[word].remedy ?? []));
    return {
      ...line,
      shown,
      meaning: [status.traffic[line.traffic], ...telling.map((word) => status.words[word].meaning)].join(
        sentenceGap,
      ),
      remedy: remedies.size === 0 ? status.nothingToDo : [...remedies].join(sentenceGap),
    };
  };
  return {
    words: asked.map((word) => ({ word, ...status.words[word] })),
    lines: ALL_LINES.filter((line) => showsAll(line, asked)).map(explainLine),
  };
}

/** The table, and behind it the delivery words that stand alone. */
const ALL_LINES: readonly StatusLine[] = [
  ...STATUS_LINES,
  ...(Object.entries(FURTHER_WORDS) as [AdLevel, readonly DeliveryWord[]][]).flatMap(([level, words]) =>
    words.map(
      (delivery): StatusLine => ({ level, delivery, reviewAdvice: false, delivered: "no", traffic: "none" }),
    ),
  ),
];

function knownWord(text: string): StatusWord {
  const word = STATUS_WORDS.find((known) => known === text.trim());
  if (word === undefined) throw new SamecutError("STATUS_UNKNOWN", { detail: text });
  return word;
}

function showsAll(line: StatusLine, words: readonly StatusWord[]): boolean {
  const shown = shownWords(line);
  return words.every((word) => shown.includes(SAME_WORD[word] ?? word));
}
