import { type Moments, totalSeconds } from "./moments.js";
import { movesAlong } from "./moves-along.js";
import { bestLine, type FreeSamples, momentOn, scoreMoment, type TimeLine } from "./time-line.js";

/** Agreement from which a moment counts as the same picture. */
export const SAME_PICTURE = 0.42;

/** Lines looked for: a shot removed needs two, two shots swapped three. */
const MAX_LINES = 4;

/** A run of matched samples is at least this long, seconds, unless the creative is shorter. */
const MIN_RUN = 1;

/** A further line must explain at least this many seconds. */
const MIN_FURTHER = 1.25;

/** A matched reference sample. */
export interface Match {
  readonly reference: number;
  /** Nearest query sample, and the exact place between samples. */
  readonly query: number;
  readonly queryPlace: number;
  /** 0 to 1. */
  readonly agreement: number;
}

/** Matched samples along one line, in order of reference time. */
export interface MatchedLine {
  readonly line: TimeLine;
  /** What the line explains: see {@link bestLine}. */
  readonly score: number;
  readonly matches: readonly Match[];
}

/** What each further line costs where lines are told apart by what moves: see {@link scoreMoment}. */
const FURTHER_LINE_COST = 1;

/**
 * Explains as much of both creatives as possible by few lines; the first is the one that explains most. Before a camera that stands still every moment looks like
 * any other: where some of a line's moments move otherwise, it is also tried without them, which leaves them to other lines, and the better explanation is taken.
 */
export function matchInTime(moments: Moments): MatchedLine[] {
  const looked = explain(moments, () => true);
  const isAnyForeign = looked.some(({ line, matches }) =>
    matches.some(({ reference }) => !movesAlong(moments, line, reference)),
  );
  if (!isAnyForeign) return looked;
  const moved = explain(moments, (line, i) => movesAlong(moments, line, i));
  const cost = FURTHER_LINE_COST * Math.max(0, moved.length - looked.length);
  return worthOf(moments, moved) - cost > worthOf(moments, looked) ? moved : looked;
}

/** Whether a reference sample may be matched on a line. */
type MayMatch = (line: TimeLine, i: number) => boolean;

function explain(moments: Moments, mayMatch: MayMatch): MatchedLine[] {
  const free = {
    reference: moments.referenceTimes.map(() => true),
    query: moments.queryTimes.map(() => true),
  };
  const lines: MatchedLine[] = [];
  while (lines.length < MAX_LINES) {
    const { score, ...line } = bestLine(moments, free);
    const matches = matchesOn(moments, line, free, mayMatch);
    if (matches.length === 0 || (lines.length > 0 && secondsIn(moments, matches) < MIN_FURTHER)) break;
    lines.push({ line, score, matches });
    for (const match of matches) {
      free.reference[match.reference] = false;
      free.query[match.query] = false;
    }
  }
  return lines;
}

/** What all that is matched says for its lines. */
function worthOf(moments: Moments, lines: readonly MatchedLine[]): number {
  let worth = 0;
  for (const { line, matches } of lines) {
    for (const { reference } of matches)
      worth += scoreMoment(moments, reference, momentOn(moments, line, reference)!);
  }
  return worth;
}

function matchesOn(moments: Moments, line: TimeLine, free: FreeSamples, mayMatch: MayMatch): Match[] {
  const runs: Match[][] = [[]];
  for (let i = 0; i < moments.referenceTimes.length; i++) {
    const moment = free.reference[i] ? momentOn(moments, line, i) : undefined;
    const isSame = moment !== undefined && free.query[moment.query] && moment.agreement >= SAME_PICTURE;
    if (isSame && mayMatch(line, i)) {
      const { query, queryPlace, agreement } = moment;
      runs.at(-1)!.push({ reference: i, query, queryPlace, agreement });
    } else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const least = Math.min(MIN_RUN, totalSeconds(moments.referenceSeconds), totalSeconds(moments.querySeconds));
  return runs.filter((run) => secondsIn(moments, run) >= least).flat();
}

const secondsIn = ({ referenceSeconds }: Moments, matches: readonly Match[]) =>
  totalSeconds(matches.map(({ reference }) => referenceSeconds[reference]!));
