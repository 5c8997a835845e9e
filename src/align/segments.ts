import { type BestLine, bestLine, type FreeSamples } from "./best-line.js";
import { type Moments, totalSeconds } from "./moments.js";
import { movesAlong } from "./moves-along.js";
import { momentAt, momentOn, scoreMoment, type TimeLine } from "./time-line.js";

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

/** Whether one side, or either, is a single picture: an image, or a video of one moment. */
export function isWithStill({
  referenceTimes,
  queryTimes,
}: Pick<Moments, "referenceTimes" | "queryTimes">): boolean {
  return Math.min(referenceTimes.length, queryTimes.length) === 1;
}

/** Agreement of each sample of one side with the other one's single picture; 0 where it shows another. */
export function agreementWithStill({ agreement }: Pick<Moments, "agreement">): Float32Array {
  return agreement.map((value) => (value >= SAME_PICTURE ? value : 0));
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
  if (isWithStill(moments)) return matchStill(moments);
  const first = bestLine(moments, allFree(moments));
  const looked = explain(moments, first, () => true);
  const isAnyForeign = looked.some(({ line, matches }) =>
    matches.some(({ reference }) => !movesAlong(moments, line, reference)),
  );
  if (!isAnyForeign) return looked;
  const moved = explain(moments, first, (line, i) => movesAlong(moments, line, i));
  const cost = FURTHER_LINE_COST * Math.max(0, moved.length - looked.length);
  return worthOf(moments, moved) - cost > worthOf(moments, looked) ? moved : looked;
}

/** A single picture has no clock of its own: it is laid on the first of the moments that show it best. */
function matchStill(moments: Moments): MatchedLine[] {
  const shown = agreementWithStill(moments);
  const agreement = Math.max(...shown);
  if (agreement === 0) return [];
  const best = shown.indexOf(agreement);
  const [reference, query] = moments.referenceTimes.length === 1 ? [0, best] : [best, 0];
  const line = { speed: 1, offsetSeconds: moments.queryTimes[query]! - moments.referenceTimes[reference]! };
  const score = scoreMoment(moments, reference, momentAt(moments, reference, query));
  return [{ line, score, matches: [{ reference, query, queryPlace: query, agreement }] }];
}

/** Whether a reference sample may be matched on a line. */
type MayMatch = (line: TimeLine, i: number) => boolean;

const allFree = ({ referenceTimes, queryTimes }: Moments) => ({
  reference: referenceTimes.map(() => true),
  query: queryTimes.map(() => true),
});

/** @param first the best line of all */
function explain(moments: Moments, first: BestLine, mayMatch: MayMatch): MatchedLine[] {
  const free = allFree(moments);
  const lines: MatchedLine[] = [];
  while (lines.length < MAX_LINES) {
    const isEnough = (samples: readonly number[]) =>
      samples.length > 0 && (lines.length === 0 || secondsOf(moments, samples) >= MIN_FURTHER);
    if (!isEnough(matchable(moments, free))) break;
    const { score, ...line } = lines.length === 0 ? first : bestLine(moments, free);
    const matches = matchesOn(moments, line, free, mayMatch);
    if (!isEnough(matches.map(({ reference }) => reference))) break;
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
  const matches = moments.referenceTimes.map((_, i): Match | undefined => {
    const moment = free.reference[i] ? momentOn(moments, line, i) : undefined;
    const isSame = moment !== undefined && free.query[moment.query] && moment.agreement >= SAME_PICTURE;
    if (!isSame || !mayMatch(line, i)) return undefined;
    const { query, queryPlace, agreement } = moment;
    return { reference: i, query, queryPlace, agreement };
  });
  return longRuns(moments, (i) => matches[i] !== undefined).map((i) => matches[i]!);
}

/** The free reference samples that some line may match: no other shows the same as a free one of the query, or as one beside it. */
function matchable(moments: Moments, free: FreeSamples): number[] {
  const columns = free.query.length;
  const isNear = free.query.map((isFree, j) => isFree || free.query[j - 1] || free.query[j + 1]);
  return longRuns(
    moments,
    (i) =>
      free.reference[i]! &&
      isNear.some((near, j) => near && moments.agreement[i * columns + j]! >= SAME_PICTURE),
  );
}

/** The reference samples of which something holds, but for runs that are too short. */
function longRuns(moments: Moments, holds: (i: number) => boolean): number[] {
  const runs: number[][] = [[]];
  for (let i = 0; i < moments.referenceTimes.length; i++) {
    if (holds(i)) runs.at(-1)!.push(i);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const least = Math.min(MIN_RUN, totalSeconds(moments.referenceSeconds), totalSeconds(moments.querySeconds));
  return runs.filter((run) => run.length > 0 && secondsOf(moments, run) >= least).flat();
}

const secondsOf = ({ referenceSeconds }: Moments, samples: readonly number[]) =>
  totalSeconds(samples.map((i) => referenceSeconds[i]!));
