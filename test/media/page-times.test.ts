import { describe, expect, it } from "vitest";
import { pagesOnGrid } from "../../src/media/page-times.js";

const plan = { framesPerSecond: 4, maxSeconds: 2 };

describe("pagesOnGrid", () => {
  it("shows the newest page that has begun at each position", () => {
    expect(pagesOnGrid([250, 500, 250], plan)).toEqual({ framesPerPage: [1, 2, 1], durationSeconds: 1 });
    expect(pagesOnGrid([100, 100, 100, 700], plan)).toEqual({
      framesPerPage: [0, 1, 0, 3],
      durationSeconds: 1,
    });
  });

  it("ends with the plan", () => {
    expect(pagesOnGrid([1500, 1500, 1500], plan)).toEqual({ framesPerPage: [6, 2], durationSeconds: 4.5 });
  });

  it("takes no delay for a tenth of a second, and never shows nothing", () => {
    expect(pagesOnGrid([0, 0], plan)).toEqual({ framesPerPage: [0, 1], durationSeconds: 0.2 });
    expect(pagesOnGrid([20], plan)).toEqual({ framesPerPage: [1], durationSeconds: 0.02 });
  });
});
