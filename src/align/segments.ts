import { type Moments, totalSeconds } from "./moments.js";
import { bestLine, type FreeSamples, momentOn, type TimeLine } from "./time-line.js";

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

/** Explains as much of both creatives as possible by few lines; the first is the one that explains most. */
export function matchInTime(moments: Moments): MatchedLine[] {
  const free = {
    reference: moments.referenceTimes.map(() => true),
    query: moments.queryTimes.map(() => true),
  };
  const lines: MatchedLine[] = [];
  while (lines.length < MAX_LINES) {
    const { score, ...line } = bestLine(moments, free);
    const matches = matchesOn(moments, line, free);
    if (matches.length === 0 || (lines.length > 0 && secondsIn(moments, matches) < MIN_FURTHER)) break;
    lines.push({ line, score, matches });
    for (const match of matches) {
      free.reference[match.reference] = false;
      free.query[match.query] = false;
    }
  }
  return lines;
}

function matchesOn(moments: Moments, line: TimeLine, free: FreeSamples): Match[] {
  const runs: Match[][] = [[]];
  for (let i = 0; i < moments.referenceTimes.length; i++) {
    const moment = free.reference[i] ? momentOn(moments, line, i) : undefined;
    if (moment !== undefined && free.query[moment.query] && moment.agreement >= SAME_PICTURE) {
      const { query, queryPlace, agreement } = moment;
      runs.at(-1)!.push({ reference: i, query, queryPlace, agreement });
    } else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const least = Math.min(MIN_RUN, totalSeconds(moments.referenceSeconds), totalSeconds(moments.querySeconds));
  return runs.filter((run) => secondsIn(moments, run) >= least).flat();
}

const secondsIn = ({ referenceSeconds }: Moments, matches: readonly Match[]) =>
  totalSeconds(matches.map(({ reference }) => referenceSeconds[reference]!));
