import { type Moments, placeBehind } from "./moments.js";
import { CHANCE_AGREEMENT, momentAt, scoreMoment, type TimeLine } from "./time-line.js";

/** Speeds tried first; 0.8 to 1.25 is what the manual's readers use, the rest is room for what they combine. */
const SPEEDS = [0.67, 0.71, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.11, 1.18, 1.25, 1.33, 1.41, 1.5];

/** Speeds that the whole of a creative is played at, at most. */
const WHOLE_SPEEDS = { least: 0.4, most: 2.5 };

/** Around such a speed, as far as the grid leaves the ends of a creative open, so many offsets to either side of 0. */
const WHOLE_STEP = { speed: 0.01, offset: 0.1 };
const WHOLE_OFFSETS = 3;

/** Offsets tried first, seconds apart. */
const OFFSET_STEP = 0.25;

/** Cost of leaving speed 1 (per unit of its logarithm) and offset 0 (per second), a moment: decides between equals only. */
const SPEED_COST = 0.3;
const OFFSET_COST = 0.001;

/** Steps of speed and offset to either side of the best line that are tried. */
const STEPS = 2;

/** Which samples of either side are still to be explained. */
export interface FreeSamples {
  readonly reference: readonly boolean[];
  readonly query: readonly boolean[];
}

/** The free samples of the reference and where on the query's side each agrees by more than chance: nothing else counts on any line. Of strangers it is little. */
interface Telling {
  readonly sample: number;
  /** 1 for each sample of the query that agrees, or the next one does. */
  readonly near: Uint8Array;
}

function tellingSamples({ agreement, referenceTimes, queryTimes }: Moments, free: FreeSamples): Telling[] {
  const columns = queryTimes.length;
  return referenceTimes.flatMap((_, sample) => {
    if (!free.reference[sample]) return [];
    const agrees = (j: number) => j < columns && agreement[sample * columns + j]! > CHANCE_AGREEMENT;
    const near = Uint8Array.from(queryTimes, (_time, j) => (agrees(j) || agrees(j + 1) ? 1 : 0));
    return near.includes(1) ? [{ sample, near }] : [];
  });
}

/** What the lines of one speed explain: each adds in its place what its moments say, and how long they are, seconds. */
interface Sums {
  readonly said: Float64Array;
  readonly counted: Float64Array;
}

/** Adds up what each sample says for the lines of one speed with these ascending offsets, seconds. */
function sumLines(
  moments: Moments,
  speed: number,
  offsets: Float64Array,
  free: FreeSamples,
  telling: readonly Telling[],
): Sums {
  const { queryTimes, referenceTimes, referenceSeconds } = moments;
  const said = new Float64Array(offsets.length);
  const counted = new Float64Array(offsets.length);
  for (const { sample, near } of telling) {
    const start = referenceTimes[sample]! / speed;
    for (let line = 0, before = 0; line < offsets.length; line++) {
      const time = start + offsets[line]!;
      while (before + 1 < near.length && queryTimes[before + 1]! <= time) before++;
      if (near[before] === 0) continue;
      const place = placeBehind(queryTimes, before, time);
      if (place === undefined) continue;
      const moment = momentAt(moments, sample, place);
      if (!free.query[moment.query] || !(moment.agreement > CHANCE_AGREEMENT)) continue;
      counted[line] = counted[line]! + referenceSeconds[sample]!;
      said[line] = said[line]! + scoreMoment(moments, sample, moment);
    }
  }
  return { said, counted };
}

/** A line and what it explains; about one a moment that agrees. */
export interface BestLine extends TimeLine {
  readonly score: number;
}

/** The line that explains most of the free samples. */
export function bestLine(moments: Moments, free: FreeSamples): BestLine {
  const firstReference = moments.referenceTimes[0]!;
  const lastReference = moments.referenceTimes.at(-1)!;
  const telling = tellingSamples(moments, free);
  let best = { speed: 1, offsetSeconds: 0, score: Number.NEGATIVE_INFINITY };
  const take = (speed: number, middle: number, step: number, first: number, last: number) => {
    const count = last - first + 1;
    const offsets = new Float64Array(count);
    for (let n = 0; n < count; n++) offsets[n] = middle + (first + n) * step;
    const { said, counted } = sumLines(moments, speed, offsets, free, telling);
    for (let line = 0; line < count; line++) {
      const offsetSeconds = offsets[line]!;
      const score = scoreOf({ speed, offsetSeconds }, said[line]!, counted[line]!);
      if (score > best.score + 1e-9) best = { speed, offsetSeconds, score };
    }
  };
  take(1, 0, 0, 0, 0);
  const whole = wholeSpeed(moments);
  for (let k = -STEPS; whole !== undefined && k <= STEPS; k++)
    take(whole + k * WHOLE_STEP.speed, 0, WHOLE_STEP.offset, -WHOLE_OFFSETS, WHOLE_OFFSETS);
  if (lastReference === firstReference && moments.queryTimes.length === 1) return best;
  for (const speed of SPEEDS) {
    const first = Math.floor((moments.queryTimes[0]! - lastReference / speed) / OFFSET_STEP);
    const last = Math.floor((moments.queryTimes.at(-1)! - firstReference / speed) / OFFSET_STEP);
    take(speed, 0, OFFSET_STEP, first, last);
  }
  // Twice finer around the best, pivoting on the middle of what the line matches.
  const pivot = (firstReference + lastReference) / 2;
  for (const [speedStep, offsetStep] of [
    [0.02, 0.125],
    [0.01, 0.06],
  ] as const) {
    const { speed, offsetSeconds } = best;
    for (let k = -STEPS; k <= STEPS; k++) {
      const tried = speed + k * speedStep;
      const middle = offsetSeconds + pivot / speed - pivot / tried;
      take(tried, middle, offsetStep, -STEPS, STEPS);
    }
  }
  return best;
}

/**
 * The speed at which the whole of one side plays in the time of the other, where that is beyond those tried at any offset; undefined elsewhere. It is tried from the
 * start only: as many offsets more would find something of anything.
 */
function wholeSpeed({
  referenceTimes,
  referenceSeconds,
  queryTimes,
  querySeconds,
}: Moments): number | undefined {
  const whole =
    (referenceTimes.at(-1)! + referenceSeconds.at(-1)! / 2) / (queryTimes.at(-1)! + querySeconds.at(-1)! / 2);
  const isBeyond = whole < SPEEDS[0]! || whole > SPEEDS.at(-1)!;
  return isBeyond && whole > WHOLE_SPEEDS.least && whole < WHOLE_SPEEDS.most ? whole : undefined;
}

/** Counted on the clock of both sides: a fast line must not win by squeezing many moments of one side into few of the other. */
function scoreOf({ speed, offsetSeconds }: TimeLine, said: number, counted: number): number {
  if (counted === 0) return 0;
  const cost = counted * (SPEED_COST * Math.abs(Math.log(speed)) + OFFSET_COST * Math.abs(offsetSeconds));
  return (said - cost) * Math.min(1, 1 / speed);
}
