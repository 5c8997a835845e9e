/** A language reports can be written in. */
export type Language = "en" | "zh";

/** All of them, the default first. */
export const LANGUAGES: readonly Language[] = ["en", "zh"];

/** The language asked for by a POSIX locale name such as `zh_CN.UTF-8`; English for all others and for none. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale !== undefined && /^zh\b|^zh_/i.test(locale) ? "zh" : "en";
}
