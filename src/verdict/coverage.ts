import type { Evidence } from "../align/evidence.js";
import type { Moments } from "../align/moments.js";
import { agreementWithStill, isWithStill, type MatchedLine } from "../align/segments.js";
import { timeWeight } from "./weights.js";

/** How much of one side is matched. */
export interface SideCoverage {
  /** Share of the side's time that is matched, 0 to 1. */
  readonly time: number;
  /** The same with each moment weighted by its place and by how far the pictures agree, 0 to 1. */
  readonly weighted: number;
}

/** Agreement of every sample of both sides; 0 where nothing matches. */
export interface SampleAgreements {
  readonly reference: Float32Array;
  readonly query: Float32Array;
}

/** Spreads the matches, which are listed by reference sample, over the samples of both sides. */
export function sampleAgreements({ moments, lines }: Evidence): SampleAgreements {
  const reference = new Float32Array(moments.referenceTimes.length);
  const query = new Float32Array(moments.queryTimes.length);
  if (isWithStill(moments)) {
    // A single picture is matched as well as its best moment, and every moment that shows it is.
    const shown = agreementWithStill(moments);
    const still = Float32Array.of(Math.max(...shown));
    return reference.length === 1 ? { reference: still, query: shown } : { reference: shown, query: still };
  }
  for (const matched of lines) {
    for (const match of matched.matches)
      reference[match.reference] = Math.max(reference[match.reference]!, match.agreement);
    query.forEach((value, j) => {
      query[j] = Math.max(value, agreementAt(moments, matched, moments.queryTimes[j]!));
    });
  }
  return { reference, query };
}

/** Agreement of the matched reference sample that plays at a time of the query; 0 where none does. */
function agreementAt(
  { referenceTimes, referenceSeconds }: Moments,
  { line, matches }: MatchedLine,
  queryTime: number,
): number {
  const time = (queryTime - line.offsetSeconds) * line.speed;
  let nearest = Number.POSITIVE_INFINITY;
  let agreement = 0;
  let step = 0;
  for (const match of matches) {
    const distance = Math.abs(referenceTimes[match.reference]! - time);
    if (distance < nearest) {
      nearest = distance;
      agreement = match.agreement;
      step = referenceSeconds[match.reference]!;
    }
  }
  return nearest <= 0.55 * Math.max(step, step * line.speed) ? agreement : 0;
}

/**
 * The exponent of a moment's agreement where motion proves the footage (1 where it does not): several edits at once cost fine structure, they do
 * not make another take of it.
 */
const PROVED_EXPONENT = 0.5;

/** The grid of one side. */
export interface SampleTimes {
  /** Middles of the samples, and how long each is. */
  readonly times: readonly number[];
  readonly seconds: readonly number[];
}

/** Coverage of a side from the agreement of its samples; those that can prove nothing count on neither side of the fraction. */
export function sideCoverage(
  { times, seconds }: SampleTimes,
  agreements: Float32Array,
  informative: readonly boolean[],
  durationSeconds: number,
  provedByMotion: number,
): SideCoverage {
  const exponent = 1 - (1 - PROVED_EXPONENT) * provedByMotion;
  let counted = 0;
  let matched = 0;
  let weights = 0;
  let weighted = 0;
  times.forEach((time, i) => {
    if (!informative[i] && agreements[i] === 0) return;
    counted += seconds[i]!;
    const weight = seconds[i]! * timeWeight(time, durationSeconds);
    weights += weight;
    weighted += weight * agreements[i]! ** exponent;
    if (agreements[i]! > 0) matched += seconds[i]!;
  });
  return counted === 0 ? { time: 0, weighted: 0 } : { time: matched / counted, weighted: weighted / weights };
}
