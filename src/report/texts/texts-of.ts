import { CHINESE } from "./chinese.js";
import { ENGLISH } from "./english.js";
import type { Language } from "./language.js";
import type { Texts } from "./texts.js";

const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, zh: CHINESE };

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
