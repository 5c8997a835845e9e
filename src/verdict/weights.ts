/**
 * How much each second of a creative counts. The manual (rule 7) says that the front half weighs more and that the middle and the end
 * are looked at with a lower weight; it gives no figures. 1 and 0.4 are the prototype's, kept because the accuracy benchmark
 * keeps a tail replaced by half similar (0.71) and a shared tail of 40 percent distinct (0.23).
 */
export const TIME_WEIGHTS = { front: 1, back: 0.4 } as const;

/** The weight of a moment: `front` in the first half of the duration, `back` after it. */
export function timeWeight(timeSeconds: number, durationSeconds: number): number {
  return timeSeconds < durationSeconds / 2 || durationSeconds === 0 ? TIME_WEIGHTS.front : TIME_WEIGHTS.back;
}

/**
 * How much the better covered side may lift the score: a creative cut out of another is wholly covered, its source is
 * not. Kept small, since a shared intro covers a part of both sides.
 */
export const CONTAINMENT_SHARE = 0.3;
