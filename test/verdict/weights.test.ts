import { describe, expect, it } from "vitest";
import { TIME_WEIGHTS, timeWeight } from "../../src/verdict/weights.js";
import { footage } from "../synthetic/footage.js";
import { judge } from "../synthetic/judge.js";
import { cut, joined } from "../synthetic/time-edits.js";

const clip = footage(1, { seconds: 8 });
const other = footage(2, { seconds: 8 });

describe("weights in time", () => {
  it("are higher in the front half", () => {
    expect(timeWeight(3.9, 8)).toBe(TIME_WEIGHTS.front);
    expect(timeWeight(4, 8)).toBe(TIME_WEIGHTS.back);
    expect(TIME_WEIGHTS.front).toBeGreaterThan(TIME_WEIGHTS.back);
  });

  it("take the one moment of an image as the front", () => {
    expect(timeWeight(0, 0)).toBe(TIME_WEIGHTS.front);
  });

  it("keep a creative similar whose back half was replaced, and distinct where the front half was", () => {
    const back = judge(clip, joined(cut(clip, 0, 4), cut(other, 4)));
    const front = judge(clip, joined(cut(other, 0, 4), cut(clip, 4)));
    expect(back.grade).toBe("similar");
    expect(front.grade).toBe("distinct");
    expect(back.similarity).toBeGreaterThan(front.similarity + 0.3);
  });

  it("lower the similarity the more of the tail is replaced", () => {
    const scores = [7, 6, 5, 4, 3].map(
      (from) => judge(clip, joined(cut(clip, 0, from), cut(other, from))).similarity,
    );
    expect(scores).toEqual([...scores].sort((p, q) => q - p));
    expect(scores[0]).toBeGreaterThan(0.85);
    expect(new Set(scores).size).toBe(scores.length);
  });
});
