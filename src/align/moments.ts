/**
 * Everything two creatives have to say about each other moment by moment, once they lie on one stage. Matrices are row by row:
 * `[i * queryTimes.length + j]` for reference sample i and query sample j.
 */
export interface Moments {
  /** Seconds, ascending. */
  readonly referenceTimes: readonly number[];
  readonly queryTimes: readonly number[];
  /** Seconds that each sample stands for. */
  readonly referenceSeconds: readonly number[];
  readonly querySeconds: readonly number[];
  /** Whether each sample has structure enough to prove anything. */
  readonly referenceInformative: readonly boolean[];
  readonly queryInformative: readonly boolean[];
  /** Fine agreement of the pictures, 0 to 1; NaN where there is too little texture to tell. */
  readonly agreement: Float32Array;
  /** Mean product of the motion pictures, luma levels squared, in the reference's contrast. */
  readonly motion: Float32Array;
  /** Strength of motion of each sample, luma levels, in the reference's contrast. */
  readonly referenceMotion: Float32Array;
  readonly queryMotion: Float32Array;
}

/** How long some samples are together, seconds. */
export function totalSeconds(seconds: readonly number[]): number {
  return seconds.reduce((sum, value) => sum + value, 0);
}

/**
 * The place of a time among ascending times, as a fractional index; undefined when it lies outside by more than half a step. A single picture
 * (an image, a video of one moment) holds for any time.
 */
export function placeInTime(times: readonly number[], time: number): number | undefined {
  let low = 0;
  let high = times.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle;
    else high = middle;
  }
  return placeBehind(times, low, time);
}

/** The same of a time of which the last one that is not later is known by its index; 0 where all are. */
export function placeBehind(times: readonly number[], before: number, time: number): number | undefined {
  const last = times.length - 1;
  if (last === 0) return 0;
  const at = times[before]!;
  if (time <= at) return before > 0 || time >= at - (times[1]! - at) * 0.6 ? before : undefined;
  if (before === last) return time <= at + (at - times[last - 1]!) * 0.6 ? last : undefined;
  return before + (time - at) / (times[before + 1]! - at);
}
