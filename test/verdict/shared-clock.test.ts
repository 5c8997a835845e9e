import { describe, expect, it } from "vitest";
import type { Moments } from "../../src/align/moments.js";
import type { MatchedLine } from "../../src/align/segments.js";
import { readClock } from "../../src/verdict/shared-clock.js";

const STEP_SECONDS = 0.25;

const timesOf = (seconds: number) =>
  Array.from({ length: Math.round(seconds / STEP_SECONDS) }, (_, n) => (n + 0.5) * STEP_SECONDS);

/** Two creatives that agree less the further two moments are apart under the true clock. */
function moments(
  seconds: { reference: number; query: number },
  clock: { speed: number; offsetSeconds: number },
): Moments {
  const [referenceTimes, queryTimes] = [timesOf(seconds.reference), timesOf(seconds.query)];
  const agreement = referenceTimes.flatMap((reference) =>
    queryTimes.map((query) => {
      const apart = query - reference / clock.speed - clock.offsetSeconds;
      return Math.exp(-((apart / 0.3) ** 2));
    }),
  );
  const still = (times: readonly number[]) => new Float32Array(times.length);
  return {
    referenceTimes,
    queryTimes,
    referenceSeconds: referenceTimes.map(() => STEP_SECONDS),
    querySeconds: queryTimes.map(() => STEP_SECONDS),
    referenceInformative: referenceTimes.map(() => true),
    queryInformative: queryTimes.map(() => true),
    agreement: Float32Array.from(agreement),
    motion: new Float32Array(agreement.length),
    referenceMotion: still(referenceTimes),
    queryMotion: still(queryTimes),
  };
}

/** What a line from the grid matched: every sample of the reference that has a place in the query. */
function matched(
  { referenceTimes, queryTimes }: Moments,
  line: { speed: number; offsetSeconds: number },
): MatchedLine {
  const matches = referenceTimes.flatMap((time, reference) => {
    const queryPlace = (time / line.speed + line.offsetSeconds) / STEP_SECONDS - 0.5;
    const query = Math.round(queryPlace);
    return query >= 0 && query < queryTimes.length ? [{ reference, query, queryPlace, agreement: 0.9 }] : [];
  });
  return { line, score: 1, matches };
}

describe("readClock", () => {
  it.each([0.8, 0.9, 1.1, 1.25])(
    "reads speed %f of a whole creative from a line that is five percent off",
    (speed) => {
      const seconds = { reference: 4, query: 4 / speed };
      const both = moments(seconds, { speed, offsetSeconds: 0 });
      const clock = readClock(both, matched(both, { speed: speed * 0.95, offsetSeconds: 0 }), seconds);
      expect(clock.speed).toBeCloseTo(speed, 5);
      expect(clock.offsetSeconds).toBeCloseTo(0, 1);
    },
  );

  it("keeps speed 1 where the start was cut off, and finds where the rest begins", () => {
    const seconds = { reference: 6, query: 4.5 };
    const both = moments(seconds, { speed: 1, offsetSeconds: -1.5 });
    const clock = readClock(both, matched(both, { speed: 1.03, offsetSeconds: -1.4 }), seconds);
    expect(clock.speed).toBe(1);
    expect(clock.offsetSeconds).toBeCloseTo(-1.5, 1);
  });

  it("finds a speed that neither 1 nor the lengths explain", () => {
    const seconds = { reference: 10, query: 6 };
    const both = moments(seconds, { speed: 1.15, offsetSeconds: 0.5 });
    const clock = readClock(both, matched(both, { speed: 1.1, offsetSeconds: 0.45 }), seconds);
    expect(clock.speed).toBeCloseTo(1.15, 1);
    expect(Math.abs(clock.speed - 1.15)).toBeLessThan(0.02);
  });

  it("takes the nearest plain speed where too few moments tell", () => {
    const seconds = { reference: 0.75, query: 0.75 };
    const both = moments(seconds, { speed: 1, offsetSeconds: 0 });
    expect(readClock(both, matched(both, { speed: 1.04, offsetSeconds: 0 }), seconds).speed).toBe(1);
    expect(readClock(both, matched(both, { speed: 1.2, offsetSeconds: 0 }), seconds).speed).toBe(1.2);
  });
});
