import type { Sample } from "../fingerprint/fingerprint.js";
import { DESCRIPTOR_LENGTH } from "./dct.js";
import { describeViews } from "./describe-views.js";

/** Two samples whose whole pictures are at least this alike (cosine) need only one entry. */
const SAME_PICTURE = 0.9;

const WHOLE = { centreX: 0.5, centreY: 0.5, width: 1, height: 1, angleDegrees: 0 };

/** At most `limit` samples that differ from each other, in order of time; see {@link rankedKeySamples}. */
export function keySamples(samples: readonly Sample[], limit: number): Sample[] {
  return rankedKeySamples(samples, limit).sort((p, q) => p.timeSeconds - q.timeSeconds);
}

/**
 * At most `limit` samples that differ from each other: the first that is not flat, then always the one least like those
 * chosen, until all are alike. Flat samples are never chosen.
 */
export function rankedKeySamples(samples: readonly Sample[], limit: number): Sample[] {
  const described = describeWhole(samples).flatMap((values, at) =>
    values === undefined ? [] : [{ sample: samples[at]!, values, likeness: -1 }],
  );
  const chosen: typeof described = [];
  let next = described[0];
  while (next !== undefined && chosen.length < limit && next.likeness < SAME_PICTURE) {
    chosen.push(next);
    for (const candidate of described) {
      candidate.likeness = Math.max(candidate.likeness, cosine(candidate.values, next.values));
    }
    next = described.reduce((least, candidate) => (candidate.likeness < least.likeness ? candidate : least));
  }
  return chosen.map(({ sample }) => sample);
}

/** What was worked out before, by sample: key samples of one creative are chosen up to four times, and describing all of its pictures is most of that. */
const wholeBySample = new WeakMap<Sample, { readonly values: Float32Array | undefined }>();

/** The descriptors of the whole pictures of some samples; undefined where one is flat. */
function describeWhole(samples: readonly Sample[]): (Float32Array | undefined)[] {
  const unknown = samples.filter((sample) => !wholeBySample.has(sample));
  const described = describeViews(
    unknown.map(({ picture }) => picture),
    [WHOLE],
  );
  for (const [at, [values]] of described.entries()) wholeBySample.set(unknown[at]!, { values });
  return samples.map((sample) => wholeBySample.get(sample)!.values);
}

/** Dot product of two descriptors. In three sums side by side, for the processor need not wait for one addition to begin the next: two thirds of the time. */
export function cosine(p: Float32Array, q: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  for (let k = 0; k < DESCRIPTOR_LENGTH; k += 3) {
    first += p[k]! * q[k]!;
    second += p[k + 1]! * q[k + 1]!;
    third += p[k + 2]! * q[k + 2]!;
  }
  return first + second + third;
}
