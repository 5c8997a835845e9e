import { describe, expect, it } from "vitest";
import { bestMoment, shownMoments, stripTimes } from "../../../src/report/html/moments.js";
import { editedPair } from "../sample-report.js";

const pair = editedPair("a", "b");

describe("the moments of a filmstrip", () => {
  it.each([
    [2, [0.25, 0.75, 1.25, 1.75]],
    [8, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5]],
    [0, [0]],
  ])("are the middles of even steps: %d s", (duration, times) => {
    expect(stripTimes(duration)).toEqual(times);
  });

  it("are few however long the creative is", () => {
    for (const duration of [0.1, 14.9, 59, 61, 600, 5000]) {
      const times = stripTimes(duration);
      expect(times.length).toBeLessThanOrEqual(13);
      expect(times.length).toBeGreaterThan(0);
      expect(Math.max(...times)).toBeLessThanOrEqual(duration);
    }
  });

  it("stay where they are when the end is cut off", () => {
    expect(stripTimes(9)).toEqual(stripTimes(12).slice(0, 9));
  });
});

describe("the best moment of a pair", () => {
  it("is a picture of the original's row, and the same moment on the repeat's clock", () => {
    const shifted = {
      ...pair,
      segments: [
        { a: [0, 2], b: [0, 2], similarity: 0.9 },
        { a: [4, 12], b: [1, 5], similarity: 0.8 },
      ],
    } as const;
    const moment = bestMoment(shifted, 12);
    expect(moment).toEqual({ a: 7.5, b: 2.75 });
    expect(stripTimes(12)).toContain(moment?.a);
  });

  it("is none where nothing matches", () => {
    expect(bestMoment({ ...pair, segments: [] }, 12)).toBeUndefined();
  });
});

it("a moment is shown only where both sides have a picture of it", () => {
  const segments = [{ a: [0, 4], b: [1, 5], similarity: 1 }] as const;
  expect(shownMoments({ ...pair, segments }, [0.5, 1.5, 4.5], [1.55, 3.5])).toEqual([{ a: 0.5, b: 1.55 }]);
});

it("no moment is shown while only one side has pictures", () => {
  const segments = [{ a: [0, 4], b: [0, 4], similarity: 1 }] as const;
  expect(shownMoments({ ...pair, segments }, [0.5, 1.5], [])).toEqual([]);
  expect(shownMoments({ ...pair, segments }, [], [0.5, 1.5])).toEqual([]);
});
