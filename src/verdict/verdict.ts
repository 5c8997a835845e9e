import type { Region } from "../picture/picture.js";

/** How alike two creatives are, from most to least; `distinct` pairs are not reported. */
export type Grade = "identical" | "duplicate" | "similar" | "possible" | "distinct";

/** The eight self-check rules of the platform's manual. */
export type RuleNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One rule that explains a pair. */
export interface RuleFinding {
  readonly rule: RuleNumber;
  /** 0 to 1. */
  readonly confidence: number;
  /** What was measured, by name; numbers, booleans and short words only. */
  readonly detail: Readonly<Record<string, number | boolean | string>>;
}

/** A stretch of time on both sides that shows the same footage: `[start, end)` in seconds. */
export interface Segment {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
  /** 0 to 1. */
  readonly similarity: number;
}

/** How side b was made from side a. */
export interface Transform {
  /** b is a mirror image of a. */
  readonly mirrored: boolean;
  /** Clockwise turn from a to b, degrees in (-180, 180]. */
  readonly angleDegrees: number;
  /** Size of a's picture content inside b relative to filling it: above 1 b is zoomed in, below 1 b shows a smaller. */
  readonly zoom: number;
  /** Horizontal over vertical scale, 1 when not stretched. */
  readonly stretch: number;
  /**
   * Where the middle of a's picture lies in b: from b's middle, in shares of b's width and height. Undefined where it was not
   * measured (identical creatives, verdicts of earlier versions): take the middles to coincide.
   */
  readonly shift?: { readonly x: number; readonly y: number };
  /** How much faster b runs than a. */
  readonly speed: number;
  /** Time of a's first picture on b's clock at `speed`, seconds. */
  readonly offsetSeconds: number;
}

/** What differs between two creatives that show the same footage. */
export interface Changes {
  /** Where the pictures differ, in shares of b's picture, largest first. */
  readonly regions: readonly Region[];
  /** Undefined where it cannot be told. */
  readonly audio?: boolean;
  readonly cover?: boolean;
}

/** The outcome of comparing creative a (the earlier) with creative b. */
export interface PairVerdict {
  /** 0 to 1; see `verdict/weights.ts`. */
  readonly similarity: number;
  readonly grade: Grade;
  /** Most confident first; empty for `distinct`. */
  readonly rules: readonly RuleFinding[];
  /** Share of each side's time that is matched, 0 to 1, not weighted. */
  readonly coverage: { readonly a: number; readonly b: number };
  readonly segments: readonly Segment[];
  readonly transform: Transform;
  readonly changed: Changes;
}

/** b shows a as it was. */
export const IDENTITY_TRANSFORM: Transform = {
  mirrored: false,
  angleDegrees: 0,
  zoom: 1,
  stretch: 1,
  speed: 1,
  offsetSeconds: 0,
};

/** The verdict on a pair in which nothing is alike. */
export function distinctVerdict(): PairVerdict {
  return {
    similarity: 0,
    grade: "distinct",
    rules: [],
    coverage: { a: 0, b: 0 },
    segments: [],
    transform: IDENTITY_TRANSFORM,
    changed: { regions: [] },
  };
}
