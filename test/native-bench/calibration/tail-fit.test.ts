import { describe, expect, it } from "vitest";
import { fitTail, scoreAbove, shareAbove } from "../../../native-bench/accuracy/calibration/tail-fit.js";
import { tailIntervals } from "../../../native-bench/accuracy/calibration/tail-interval.js";
import { seededRandom } from "../../../samples/random.js";

/** Scores of a generalised Pareto distribution by its quantiles, so that they are as even as can be. */
function pareto(count: number, shape: number, scale: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const above = (index + 0.5) / count;
    return shape === 0 ? -scale * Math.log(above) : (scale * (above ** -shape - 1)) / shape;
  });
}

describe("fitTail", () => {
  it("finds the scale of an exponential tail, and what lies far beyond the sample", () => {
    const fit = fitTail(pareto(20_000, 0, 0.04), 20_000, 0.05)!;
    expect(fit.scale).toBeCloseTo(0.04, 2);
    expect(fit.shape).toBeLessThan(0.05);
    // Really: exp(-0.6 / 0.04), one in three millions.
    expect(Math.log10(shareAbove(fit, 0.6))).toBeCloseTo(Math.log10(Math.exp(-15)), 0);
    expect(scoreAbove(fit, 1e-6)).toBeCloseTo(-0.04 * Math.log(1e-6), 1);
  });

  it("finds the shape of a heavy tail", () => {
    const fit = fitTail(pareto(20_000, 0.3, 0.05), 20_000, 0.05)!;
    expect(fit.shape).toBeGreaterThan(0.2);
    expect(fit.shape).toBeLessThan(0.4);
  });

  it("does not believe in an end of the tail", () => {
    const fit = fitTail(pareto(20_000, -0.4, 0.1), 20_000, 0.05)!;
    expect(fit.shape).toBe(0);
    expect(shareAbove(fit, 0.3)).toBeGreaterThan(0);
  });

  it("counts the pairs that were never compared", () => {
    const scores = pareto(5000, 0, 0.04);
    const all = fitTail(scores, 5000, 0.02)!;
    const few = fitTail(scores, 50_000, 0.02)!;
    expect(shareAbove(few, 0.5)).toBeCloseTo(shareAbove(all, 0.5) / 10, 12);
    expect(shareAbove(few, few.start)).toBeCloseTo(100 / 50_000, 5);
  });

  it("does not hear scores of comparisons that were cut short", () => {
    const scores = pareto(5000, 0, 0.04);
    const zeros = new Array<number>(5000).fill(0);
    expect(fitTail([...scores, ...zeros], 50_000, 0.02)).toEqual(fitTail(scores, 50_000, 0.02));
  });

  it("reads the same curve both ways", () => {
    for (const shape of [0, 0.2]) {
      const fit = fitTail(pareto(20_000, shape, 0.05), 60_000, 0.02)!;
      expect(shareAbove(fit, scoreAbove(fit, 1e-6))).toBeCloseTo(1e-6, 12);
    }
  });

  it("says nothing about too few scores", () => {
    expect(fitTail(pareto(20, 0, 0.1), 20, 0.02)).toBeUndefined();
  });
});

describe("tailIntervals", () => {
  const scores = pareto(4000, 0, 0.04);
  const fit = fitTail(scores, 4000, 0.05)!;
  const widthOf = (blocks: number[][]): number => {
    const reading = (each: typeof fit): number => scoreAbove(each, 1e-6);
    const [interval] = tailIntervals(fit, blocks, [reading], seededRandom("test"));
    expect(interval![0]).toBeLessThan(reading(fit));
    expect(interval![1]).toBeGreaterThan(reading(fit));
    return interval![1] - interval![0];
  };

  it("are wider where the high scores come from the same few clips", () => {
    const apart = scores.map((score) => [score]);
    const together = Array.from({ length: 100 }, (_, block) => scores.slice(block * 40, block * 40 + 40));
    expect(widthOf(together)).toBeGreaterThan(1.3 * widthOf(apart));
  });
});
