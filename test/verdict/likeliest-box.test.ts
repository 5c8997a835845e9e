import { describe, expect, it } from "vitest";
import { likeliestBox } from "../../src/verdict/likeliest-box.js";

describe("the likeliest box", () => {
  it("is the one of greatest sum, over gaps that cost less than what lies behind them", () => {
    const values = Float32Array.from([
      ...[-1, -1, -1, -1, -1],
      ...[-1, 2, Number.NaN, 3, -1],
      ...[-1, 2, -1, 3, -9],
      ...[-1, -4, -4, -4, -1],
    ]);
    expect(likeliestBox(values, 5)).toEqual({ left: 1, right: 3, top: 1, bottom: 2, sum: 9 });
  });

  it("is none where nothing speaks for one", () => {
    expect(likeliestBox(new Float32Array(12).fill(-1), 4)).toBeUndefined();
  });
});
