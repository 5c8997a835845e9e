import { ramp } from "../align/agreement.js";
import type { MatchedLine } from "../align/segments.js";
import type { SampleTimes } from "./coverage.js";

/** How the order and length of what is shown differ. */
export interface TimeChange {
  /** Seconds of b before its first and after its last matched moment, and the same of a. */
  readonly headSeconds: { readonly a: number; readonly b: number };
  readonly tailSeconds: { readonly a: number; readonly b: number };
  /** When the part that differs begins on b, seconds; undefined where b is matched to its end. */
  readonly tailStartsAt?: number;
  /** 0 (plays the same from start to end) to 1 (a good part of one side is not on the other). */
  readonly change: number;
}

/** Share of the longer side's time that may be missing by chance of the grid, and from which a cut is certain. */
const MISSING = { from: 0.06, full: 0.16 };

/** Reads the unmatched head and tail of both sides. */
export function compareTime(
  lines: readonly MatchedLine[],
  grids: { readonly a: SampleTimes; readonly b: SampleTimes },
  durations: { readonly a: number; readonly b: number },
  coverage: { readonly a: number; readonly b: number },
): TimeChange {
  const matched = {
    a: lines.flatMap(({ matches }) => matches.map(({ reference }) => reference)),
    b: lines.flatMap(({ matches }) => matches.map(({ query }) => query)),
  };
  const edge = ({ times, seconds }: SampleTimes, sample: number, direction: -1 | 1) =>
    times[sample]! + (direction * seconds[sample]!) / 2;
  const head = (side: "a" | "b") => Math.max(0, edge(grids[side], Math.min(...matched[side]), -1));
  const end = (side: "a" | "b") =>
    Math.min(durations[side], edge(grids[side], Math.max(...matched[side]), 1));
  if (matched.a.length === 0) {
    return { headSeconds: { a: 0, b: 0 }, tailSeconds: { a: 0, b: 0 }, change: 0 };
  }
  const tail = { a: durations.a - end("a"), b: durations.b - end("b") };
  const change = ramp(1 - Math.min(coverage.a, coverage.b), MISSING);
  const cut =
    tail.b > Math.max(0.75, 0.06 * durations.b) ? { tailStartsAt: Number(end("b").toFixed(2)) } : {};
  return { headSeconds: { a: head("a"), b: head("b") }, tailSeconds: tail, ...cut, change };
}
