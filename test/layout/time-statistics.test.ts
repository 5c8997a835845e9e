import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimeStatisticsCollector } from "../../src/layout/time-statistics.js";

const WIDTH = 3;
const HEIGHT = 2;
const pictures = fc.array(fc.uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT }), {
  minLength: 1,
  maxLength: 20,
});

describe("TimeStatisticsCollector", () => {
  it("agrees with mean and deviation by their definitions", () => {
    fc.assert(
      fc.property(pictures, (list) => {
        const collector = new TimeStatisticsCollector(WIDTH, HEIGHT);
        for (const luma of list) collector.add({ width: WIDTH, height: HEIGHT, luma });
        const { mean, deviation } = collector.finish();
        for (let at = 0; at < WIDTH * HEIGHT; at++) {
          const values = list.map((luma) => luma[at]!);
          const expected = values.reduce((sum, value) => sum + value, 0) / values.length;
          const variance = values.reduce((sum, value) => sum + (value - expected) ** 2, 0) / values.length;
          expect(mean[at]).toBeCloseTo(expected, 2);
          expect(deviation[at]).toBeCloseTo(Math.sqrt(variance), 2);
        }
      }),
    );
  });
});
