import { describe, expect, it } from "vitest";
import { commonTime } from "../../src/align/common-time.js";
import { matched } from "./matched.js";

describe("common time", () => {
  it("is the agreed share of the time", () => {
    expect(commonTime(matched([0, 2, 4, 6, 8], 0.8))).toBeCloseTo(0.48, 5);
    expect(commonTime(matched([], 1))).toBe(0);
  });

  it("is that of the front half alone where an ending is new", () => {
    expect(commonTime(matched([0, 1, 2, 3, 4], 1))).toBe(1);
    expect(commonTime(matched([5, 6, 7, 8, 9], 1))).toBeCloseTo(0.5, 5);
  });

  it("is that of the longer side", () => {
    expect(commonTime(matched([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1, 40))).toBeCloseTo(0.5, 5);
  });
});
