import type { DesignNote } from "../../design/design-note.js";
import type { ErrorCode } from "../../errors.js";
import type { LayoutKind } from "../../layout/layout.js";
import type { Grade, RuleNumber } from "../../verdict/verdict.js";
import type { AccountTexts } from "./account-texts.js";
import type { StatusTexts } from "./status-texts.js";

/** How the footage of b was changed, each value ready to print. */
export interface TransformPhrases {
  mirrored(): string;
  /** Degrees, clockwise positive. */
  turned(degrees: number): string;
  /** Above 1: b is closer. */
  zoomed(factor: string): string;
  shrunk(percent: string): string;
  stretched(factor: string): string;
  faster(factor: string): string;
  slower(factor: string): string;
  /** Seconds cut from or put before the start. */
  startsLater(seconds: string): string;
  startsEarlier(seconds: string): string;
  brighter(percent: string): string;
  darker(percent: string): string;
  /** Factor of the contrast, 1 is unchanged. */
  contrast(factor: string): string;
}

/** A place in the picture. */
export type Place =
  | "top"
  | "bottom"
  | "left"
  | "right"
  | "centre"
  | "all"
  | "top-left"
  | "top-right"
  | "bottom-left"
  | "bottom-right";

/** Everything a report says in words; one table a language. */
export interface Texts {
  readonly ruleNames: Readonly<Record<RuleNumber, string>>;
  /** What the manual says of such a pair, and what to change so that the creative counts as original. */
  readonly ruleAdvice: Readonly<Record<RuleNumber, string>>;
  readonly gradeNames: Readonly<Record<Grade, string>>;
  readonly designNotes: Readonly<Record<DesignNote, string>>;
  readonly layoutNames: Readonly<Record<LayoutKind, string>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly transform: TransformPhrases;
  /** Message and remedy by error code where they are translated; codes that are missing keep the error's own words. */
  readonly errors: Readonly<
    Partial<Record<ErrorCode, { readonly message: string; readonly remedy: string }>>
  >;
  /** What was found, as an error tells it behind its message; what others say, such as ffmpeg, stays as it is. */
  detail(words: string): string;
  /** The words of the platform's ad list. */
  readonly status: StatusTexts;
  /** Accounts: levels, standings, what to do. */
  readonly account: AccountTexts;
  /** What the rules measured. */
  readonly measured: {
    /** Names by those of the JSON report; what is missing is called as it is there. */
    readonly names: Readonly<Record<string, string>>;
    /** Words among the values. */
    readonly words: Readonly<Record<string, string>>;
    readonly yes: string;
    readonly no: string;
  };
  /** Between two phrases of an enumeration. */
  readonly comma: string;
  /** Between two sentences. */
  readonly sentenceGap: string;
  /** After a label. */
  readonly colon: string;

  readonly columns: {
    readonly creative: string;
    readonly similarity: string;
    readonly why: string;
    readonly file: string;
    readonly problem: string;
    readonly note: string;
    readonly remedy: string;
    readonly measured: string;
    readonly value: string;
    readonly rule: string;
    readonly confidence: string;
  };
  readonly headings: {
    readonly possible: string;
    readonly design: string;
    readonly failed: string;
    readonly warnings: string;
    readonly rules: string;
    readonly footage: string;
    readonly evidence: string;
    readonly advice: string;
    readonly nearest: string;
  };

  /** Columns of a list of creatives. */
  readonly listing: {
    readonly creative: string;
    readonly length: string;
    readonly size: string;
    readonly layout: string;
    readonly account: string;
    readonly uploaded: string;
  };

  /** Which files an audit looked at. */
  readonly selection: {
    lookedAt(lookedAt: number, found: number, how: string): string;
    since(date: string, olderLeftOut: number): string;
    undated(count: number): string;
    drawn(percent: string, seed: number): string;
  };

  rule(number: number): string;
  group(number: number, size: number): string;
  /** Marks the original of a group. */
  first(): string;
  repeatOf(path: string): string;
  /** The reverse of {@link repeatOf}: said of the earlier one. */
  repeatedBy(path: string): string;
  fromLibrary(path: string): string;
  sameFile(): string;
  sameVideoStream(): string;
  encodedAnew(): string;
  audioChanged(): string;
  coverChanged(): string;
  changedPlaces(places: string, percent: string): string;
  /** Around {@link changedPlaces} where it stands alone. */
  differs(places: string): string;
  sameUntil(seconds: string): string;
  /** What is shortened has nothing else behind it. */
  sameToItsEnd(seconds: string): string;
  sameScene(): string;
  sameMiddleBand(): string;
  /** A stretch of a that is shown in b. */
  segment(aFrom: string, aTo: string, bFrom: string, bTo: string, percent: string): string;
  coverage(aPercent: string, bPercent: string): string;
  /** What matched in time, as part of the advice. */
  replaceFootage(from: string, to: string): string;
  distinctPair(): string;
  original(): string;
  moreEdits(count: number): string;
  summary(counts: {
    creatives: number;
    failed: number;
    groups: number;
    pairs: number;
    allowed: number;
    seconds: string;
  }): string;
  nothingSimilar(): string;
  somethingSimilar(groups: number, repeats: number): string;
  /** Pairs beyond those the tables show. */
  morePairs(count: number): string;
  /** Creatives with notes beyond those the table shows. */
  moreNotes(count: number): string;
  nothingNear(): string;
  noCreatives(): string;
  inLibrary(count: number): string;
}
