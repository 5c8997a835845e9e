import { describe, expect, it } from "vitest";
import { commonTime } from "../../src/align/common-time.js";
import type { Evidence } from "../../src/align/evidence.js";

/** Ten samples of a second on either side, of which these are matched with this agreement. */
function matched(places: readonly number[], agreement: number, querySamples = 10): Evidence {
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
    lines: [
      {
        line: { speed: 1, offsetSeconds: 0 },
        score: 1,
        matches: places.map((place) => ({ reference: place, query: place, queryPlace: place, agreement })),
      },
    ],
  } as unknown as Evidence;
}

describe("common time", () => {
  it("is the agreed share of the time", () => {
    expect(commonTime(matched([0, 2, 4, 6, 8], 0.8))).toBeCloseTo(0.48, 5);
    expect(commonTime(matched([], 1))).toBe(0);
  });

  it("is that of the front half alone where an ending is new", () => {
    expect(commonTime(matched([0, 1, 2, 3, 4], 1))).toBe(1);
    expect(commonTime(matched([5, 6, 7, 8, 9], 1))).toBeCloseTo(0.5, 5);
  });

  it("is that of the longer side", () => {
    expect(commonTime(matched([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1, 40))).toBeCloseTo(0.5, 5);
  });
});
