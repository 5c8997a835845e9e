import { describe, expect, it } from "vitest";
import { countBySimilarity } from "../../../src/report/html/similarity-counts.js";

describe("counting pairs by similarity", () => {
  it("puts every pair into the step it is in, what is wholly alike into the last", () => {
    const pairs = [1, 0.95, 0.949, 0.85].map((similarity) => ({ similarity, grade: "duplicate" as const }));
    const counted = countBySimilarity([...pairs, { similarity: 0.3, grade: "possible" as const }]);
    expect(counted.map(({ grade, similarity, count }) => [grade, similarity.toFixed(3), count])).toEqual([
      ["duplicate", "0.875", 1],
      ["duplicate", "0.925", 1],
      ["duplicate", "0.975", 2],
      ["possible", "0.325", 1],
    ]);
  });
});
