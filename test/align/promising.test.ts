import { describe, expect, it } from "vitest";
import { FITTED_AGAIN, isPromising, OWN_GUESS } from "../../src/align/promising.js";
import { matched } from "./matched.js";

const MOVES_ALIKE = 0.8;

describe("isPromising", () => {
  it("asks for common time, and for more of it before a way is fitted again", () => {
    const [little, some, much] = [
      [0, 5],
      [0, 3, 6],
      [0, 2, 4, 6, 8],
    ].map((places) => matched(places, 0.9));
    expect([little!, some!, much!].map((way) => isPromising(way, OWN_GUESS))).toEqual([false, true, true]);
    expect([little!, some!, much!].map((way) => isPromising(way, FITTED_AGAIN))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("takes less where the two move alike, but not nothing before a way is fitted again", () => {
    const [none, little] = [[9], [0, 5]].map((places) => matched(places, 0.9, 10, MOVES_ALIKE));
    expect([none!, little!].map((way) => isPromising(way, OWN_GUESS))).toEqual([true, true]);
    expect([none!, little!].map((way) => isPromising(way, FITTED_AGAIN))).toEqual([false, true]);
  });
});
