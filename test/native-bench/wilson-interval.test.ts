import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../native-bench/measuring/wilson-interval.js";

describe("wilsonInterval", () => {
  it("agrees with published values", () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const close = (hits: number, trials: number, low: number, high: number): void => {
      const [from, to] = wilsonInterval(hits, trials);
      expect(from).toBeCloseTo(low, 4);
      expect(to).toBeCloseTo(high, 4);
    };
    close(81, 263, 0.2553, 0.3662);
    close(15, 148, 0.0624, 0.1605);
    close(0, 20, 0, 0.1611);
    close(1, 29, 0.0061, 0.1718);
  });

  it("holds the share, within 0 and 1", () => {
    const counts = fc.nat(10_000).chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)));
    fc.assert(
      fc.property(counts, ([hits, trials]) => {
        const [low, high] = wilsonInterval(hits, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (trials === 0) return;
        expect(low).toBeLessThanOrEqual(hits / trials);
        expect(high).toBeGreaterThanOrEqual(hits / trials);
      }),
    );
  });

  it("knows nothing where nothing was tried", () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
