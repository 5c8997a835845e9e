import { describe, expect, it } from "vitest";
import { stretchesOf, timeAxis } from "../../../../src/report/html/app/pair/time-axis.js";
import { TIME_WEIGHTS } from "../../../../src/verdict/weights.js";
import { editedPair } from "../../sample-report.js";

const pair = editedPair("a", "b");
const { front, back } = TIME_WEIGHTS;

describe("the axis of time", () => {
  it("lays the same footage below itself, whatever the offset and speed", () => {
    const moved = { ...pair, transform: { ...pair.transform, offsetSeconds: 2, speed: 1.25 } };
    const { placeOnA, placeOnB } = timeAxis(moved, 10, 10);
    // Second 5 of a is shown after 2 s of something else and 5 s at 1.25 times the speed.
    expect(placeOnA(5)).toBeCloseTo(placeOnB(2 + 5 / 1.25));
    expect(placeOnB(0)).toBe(0);
    expect(placeOnA(10)).toBe(1);
  });

  it("holds two still pictures", () => {
    const { placeOnA, placeOnB } = timeAxis(pair, 0, 0);
    expect([placeOnA(0), placeOnB(0)]).toEqual([0, 0]);
  });
});

describe("the stretches of a side", () => {
  it("are cut where a match ends and where the weight changes", () => {
    const segments = [{ a: [0, 6], b: [1, 7], similarity: 1 }] as const;
    expect(stretchesOf({ ...pair, segments }, "b", 10)).toEqual([
      { from: 0, to: 1, matched: false, weight: front },
      { from: 1, to: 5, matched: true, weight: front },
      { from: 5, to: 7, matched: true, weight: back },
      { from: 7, to: 10, matched: false, weight: back },
    ]);
  });

  it("are all unmatched where nothing is the same", () => {
    expect(stretchesOf({ ...pair, segments: [] }, "a", 4).map(({ matched }) => matched)).toEqual([
      false,
      false,
    ]);
  });
});
