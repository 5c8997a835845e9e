import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../texts/language.js";
import type { Texts } from "../../texts/texts.js";
import { textsOf } from "../../texts/texts-of.js";
import { CHINESE_LABELS } from "./labels/chinese.js";
import { ENGLISH_LABELS } from "./labels/english.js";
import type { Labels } from "./labels/labels.js";

/** What the page says in the chosen language. */
export interface Speech {
  readonly language: Language;
  /** What all reports say. */
  readonly texts: Texts;
  /** What only the page says. */
  readonly labels: Labels;
}

/** Everything said in a language. */
export function speechOf(language: Language): Speech {
  return { language, texts: textsOf(language), labels: language === "zh" ? CHINESE_LABELS : ENGLISH_LABELS };
}

/** The language around a component. */
export const SpeechContext = createContext<Speech>(speechOf("en"));

/** The language to speak here. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
