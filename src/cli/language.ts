import { type Language, languageOfLocale } from "../index.js";

/** The language to speak: the one asked for, else the one of the environment. */
export function chosenLanguage(asked: Language | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return asked ?? languageOfLocale(LC_ALL || LC_MESSAGES || LANG);
}
