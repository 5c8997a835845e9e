import { describe, expect, it } from "vitest";
import type { MatchedLine } from "../../src/align/segments.js";
import { tellingMatches } from "../../src/verdict/telling-matches.js";

/** A line on which reference sample i plays as query sample i, with these agreements; 0 is not matched. */
function line(agreements: readonly number[]): MatchedLine {
  const matches = agreements.flatMap((agreement, at) =>
    agreement === 0 ? [] : [{ reference: at, query: at, queryPlace: at, agreement }],
  );
  return { score: 1, line: { speed: 1, offsetSeconds: 0 }, matches };
}

const SAMPLES = { reference: 8, query: 8 };

const told = (lines: readonly MatchedLine[], samples = SAMPLES) =>
  tellingMatches(lines, samples).map(({ reference }) => reference);

describe("the moments an edit is read from", () => {
  it("are all of them where both play alike from start to end", () => {
    expect(told([line([0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("end before a cut, whose moment is half of something else", () => {
    expect(told([line([0.9, 0.9, 0.9, 0.9, 0.9, 0, 0, 0])])).toEqual([0, 1, 2, 3]);
  });

  it("begin after a cut", () => {
    expect(told([line([0, 0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])])).toEqual([3, 4, 5, 6, 7]);
  });

  it("leave out what agrees far less than the rest", () => {
    expect(told([line([0.9, 0.9, 0.9, 0.9, 0.9, 0.6, 0.6, 0.6])])).toEqual([0, 1, 2, 3, 4]);
  });

  it("are those at the cuts where there are no others", () => {
    expect(told([line([0, 0, 0.9, 0.9, 0, 0, 0, 0])])).toEqual([2, 3]);
  });

  it("are none where nothing matches", () => {
    expect(told([])).toEqual([]);
  });
});
