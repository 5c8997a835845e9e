import { describe, expect, it } from "vitest";
import { timeAxis } from "../../../src/report/html/app/pair/time-axis.js";
import { stepClock } from "../../../src/review/playback/step-clock.js";
import { editedPair } from "../../report/sample-report.js";

describe("the clock of two videos in step", () => {
  it("shows the same moment of both: b begins two seconds late and runs faster", () => {
    const clock = stepClock({ offsetSeconds: 2, speed: 1.25 }, { a: 10, b: 10 });
    // a's first picture stands at second 2 of b, its last at second 10.
    expect(clock.timeOf("b", 0)).toBe(2);
    expect(clock.timeOf("b", 10)).toBe(10);
    expect(clock.timeOf("a", 7)).toBe(7);
    expect([clock.rateOf("a"), clock.rateOf("b")]).toEqual([1, 0.8]);
    expect([clock.from, clock.to]).toEqual([-2.5, 10]);
  });

  it("agrees with the axis the filmstrips are drawn on", () => {
    const pair = editedPair("a", "b");
    const turned = { ...pair, transform: { ...pair.transform, offsetSeconds: -1.5, speed: 0.8 } };
    const clock = stepClock(turned.transform, { a: 12, b: 9 });
    const axis = timeAxis(turned, 12, 9);
    for (const seconds of [2, 5, 8]) {
      expect(axis.placeOnB(clock.timeOf("b", seconds))).toBeCloseTo(axis.placeOnA(seconds), 9);
    }
  });
});
