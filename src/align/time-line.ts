import { ramp } from "./agreement.js";
import { type Moments, placeInTime } from "./moments.js";

/** One way the clocks of two creatives may run together: `queryTime = referenceTime / speed + offsetSeconds`. */
export interface TimeLine {
  readonly speed: number;
  readonly offsetSeconds: number;
}

/** Agreement below this is what any two pictures of one composition reach. */
export const CHANCE_AGREEMENT = 0.35;

/** Motion, luma levels, at which it begins to speak for or against a line, and speaks in full. */
export const MOVING = { from: 0.8, full: 2.5 };

/** What common motion adds to a moment's score against common structure. */
export const MOTION_SHARE = 1.4;

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
  return place === undefined ? undefined : momentAt(moments, i, place);
}

/** Reference sample `i` beside a place of the query, a fractional index. */
export function momentAt(moments: Moments, i: number, place: number): LineMoment {
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
