/** The five levels of an account by its similar creatives, the best first: 良好, 一般, 较重, 严重, 非常严重. */
export const LEVELS = ["good", "fair", "serious", "severe", "critical"] as const;

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];

/** The colours of a warning, the mildest first. */
export const WARNINGS = ["yellow", "orange", "red"] as const;

/** One of {@link WARNINGS}. */
export type Warning = (typeof WARNINGS)[number];

/** The share of similar creatives, 0 to 1, from which on (inclusive) a level or a warning holds. */
export type Breaks<Name extends string> = Readonly<Record<Name, number>>;

/** The level of an account whose new creatives are similar to this share. */
export function levelOf(similarShare: number, breaks: Breaks<Exclude<Level, "good">>): Level {
  return worstReached(["fair", "serious", "severe", "critical"], similarShare, breaks) ?? "good";
}

/** The warning at this share; undefined below the first break. */
export function warningOf(similarShare: number, breaks: Breaks<Warning>): Warning | undefined {
  return worstReached(WARNINGS, similarShare, breaks);
}

function worstReached<Name extends string>(
  names: readonly Name[],
  share: number,
  breaks: Breaks<Name>,
): Name | undefined {
  return names.findLast((name) => share >= breaks[name]);
}
