import type { Evidence } from "../../src/align/evidence.js";

/** Ten samples of a second on either side, of which these are matched with this agreement, moving alike or not. */
export function matched(
  places: readonly number[],
  agreement: number,
  querySamples = 10,
  motionCorrelation = 0,
): Evidence {
  const grid = (count: number) => Array.from({ length: count }, (_, at) => at + 0.5);
  const side = (count: number) => ({
    times: grid(count),
    seconds: grid(count).map(() => 1),
    informative: grid(count).map(() => true),
  });
  const [reference, query] = [side(10), side(querySamples)];
  return {
    moments: {
      referenceTimes: reference.times,
      referenceSeconds: reference.seconds,
      referenceInformative: reference.informative,
      queryTimes: query.times,
      querySeconds: query.seconds,
      queryInformative: query.informative,
    },
    commonMotion: { correlation: motionCorrelation, strength: 5, heard: [] },
    lines: [
      {
        line: { speed: 1, offsetSeconds: 0 },
        score: 1,
        matches: places.map((place) => ({ reference: place, query: place, queryPlace: place, agreement })),
      },
    ],
  } as unknown as Evidence;
}
