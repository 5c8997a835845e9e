import { ramp } from "./agreement.js";
import { type Moments, placeInTime } from "./moments.js";

/** One way the clocks of two creatives may run together: `queryTime = referenceTime / speed + offsetSeconds`. */
export interface TimeLine {
  readonly speed: number;
  readonly offsetSeconds: number;
}

/** Speeds tried first; 0.8 to 1.25 is what the manual's readers use, the rest is room for what they combine. */
const SPEEDS = [0.67, 0.71, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.11, 1.18, 1.25, 1.33, 1.41, 1.5];

/** Offsets tried first, seconds apart. */
const OFFSET_STEP = 0.25;

/** Agreement below this is what any two pictures of one composition reach. */
const CHANCE_AGREEMENT = 0.35;

/** Motion, luma levels, at which it begins to speak for or against a line, and speaks in full. */
export const MOVING = { from: 0.8, full: 2.5 };

/** What common motion adds to a moment's score against common structure. */
export const MOTION_SHARE = 1.4;

/** Cost of leaving speed 1 (per unit of its logarithm) and offset 0 (per second), a moment: decides between equals only. */
const SPEED_COST = 0.3;
const OFFSET_COST = 0.001;

/** How one reference sample fares on a line. */
export interface LineMoment {
  /** Nearest query sample, and the exact place between samples. */
  readonly query: number;
  readonly queryPlace: number;
  /** Agreement with the better of the two neighbours in time; NaN where it cannot be told. */
  readonly agreement: number;
  /** Mean product of motion, interpolated in time. */
  readonly motion: number;
  /** Strength of motion of the query there. */
  readonly queryMotion: number;
}

/** The moment of reference sample `i` on a line; undefined where the query has no picture then. */
export function momentOn(moments: Moments, line: TimeLine, i: number): LineMoment | undefined {
  const place = placeInTime(moments.queryTimes, moments.referenceTimes[i]! / line.speed + line.offsetSeconds);
  if (place === undefined) return undefined;
  const columns = moments.queryTimes.length;
  const before = Math.floor(place);
  const after = Math.min(columns - 1, before + 1);
  const share = place - before;
  const p = moments.agreement[i * columns + before]!;
  const q = share === 0 ? p : moments.agreement[i * columns + after]!;
  return {
    query: Math.round(place),
    queryPlace: place,
    agreement: Number.isNaN(p) ? q : Number.isNaN(q) ? p : Math.max(p, q),
    motion:
      moments.motion[i * columns + before]! * (1 - share) + moments.motion[i * columns + after]! * share,
    queryMotion: moments.queryMotion[before]! * (1 - share) + moments.queryMotion[after]! * share,
  };
}

/** What reference sample `i` says for a line that it fares so on: up to some two for each of its seconds, below 0 where it moves otherwise. */
export function scoreMoment(
  moments: Moments,
  i: number,
  { agreement, motion, queryMotion }: LineMoment,
): number {
  const strengths = moments.referenceMotion[i]! * queryMotion;
  const common = strengths > 0 ? (ramp(Math.sqrt(strengths), MOVING) * motion) / strengths : 0;
  return moments.referenceSeconds[i]! * (agreement - CHANCE_AGREEMENT + MOTION_SHARE * common);
}

/** The free reference samples that agree with any of the query by more than chance: no other counts on any line. Of strangers they are few. */
function tellingSamples({ agreement, referenceTimes, queryTimes }: Moments, free: FreeSamples): number[] {
  const columns = queryTimes.length;
  return referenceTimes.flatMap((_, i) => {
    if (!free.reference[i]) return [];
    const row = agreement.subarray(i * columns, (i + 1) * columns);
    return row.some((each) => each > CHANCE_AGREEMENT) ? [i] : [];
  });
}

function scoreLine(moments: Moments, line: TimeLine, free: FreeSamples, telling: readonly number[]): number {
  let score = 0;
  let counted = 0;
  for (const i of telling) {
    const moment = momentOn(moments, line, i);
    if (moment === undefined || !free.query[moment.query] || !(moment.agreement > CHANCE_AGREEMENT)) continue;
    counted += moments.referenceSeconds[i]!;
    score += scoreMoment(moments, i, moment);
  }
  // Counted on the clock of both sides: a fast line must not win by squeezing many moments of one side into few of the other.
  const cost =
    counted * (SPEED_COST * Math.abs(Math.log(line.speed)) + OFFSET_COST * Math.abs(line.offsetSeconds));
  return (score - cost) * Math.min(1, 1 / line.speed);
}

/** Which samples of either side are still to be explained. */
export interface FreeSamples {
  readonly reference: readonly boolean[];
  readonly query: readonly boolean[];
}

/** The line that explains most of the free samples, with its score; about one a moment that agrees. */
export function bestLine(moments: Moments, free: FreeSamples): TimeLine & { readonly score: number } {
  const firstReference = moments.referenceTimes[0]!;
  const lastReference = moments.referenceTimes.at(-1)!;
  const telling = tellingSamples(moments, free);
  const score = (speed: number, offsetSeconds: number) =>
    scoreLine(moments, { speed, offsetSeconds }, free, telling);
  let best = { speed: 1, offsetSeconds: 0, score: score(1, 0) };
  const take = (speed: number, offsetSeconds: number) => {
    const scored = score(speed, offsetSeconds);
    if (scored > best.score + 1e-9) best = { speed, offsetSeconds, score: scored };
  };
  if (lastReference === firstReference && moments.queryTimes.length === 1) return best;
  for (const speed of SPEEDS) {
    const from = Math.floor((moments.queryTimes[0]! - lastReference / speed) / OFFSET_STEP) * OFFSET_STEP;
    const to = moments.queryTimes.at(-1)! - firstReference / speed;
    for (let offset = from; offset <= to; offset += OFFSET_STEP) take(speed, offset);
  }
  // Twice finer around the best, pivoting on the middle of what the line matches.
  const pivot = (firstReference + lastReference) / 2;
  for (const [speedStep, offsetStep] of [
    [0.02, 0.125],
    [0.01, 0.06],
  ] as const) {
    const { speed, offsetSeconds } = best;
    for (let k = -2; k <= 2; k++) {
      for (let m = -2; m <= 2; m++) {
        const tried = speed + k * speedStep;
        take(tried, offsetSeconds + pivot / speed - pivot / tried + m * offsetStep);
      }
    }
  }
  return best;
}
