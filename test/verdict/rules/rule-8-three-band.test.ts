import { describe, expect, it } from "vitest";
import { footage } from "../../synthetic/footage.js";
import { confidenceOf, judge } from "../../synthetic/judge.js";
import { threeBand } from "../../synthetic/layout-edits.js";
import { mirrored, reencoded } from "../../synthetic/picture-edits.js";

const wide = footage(1, { aspect: 16 / 9 });
const square = footage(2, { aspect: 1 });

describe("rule 8, three bands of which only the fixed ones were changed", () => {
  it.each([
    ["wide", wide],
    ["square", square],
  ])("is named where other bands surround a %s middle", (_, middle) => {
    const verdict = judge(threeBand(middle, 1), threeBand(middle, 2));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
  });

  it("is named where bands were put around a plain video, and where they were taken away", () => {
    for (const verdict of [judge(wide, threeBand(wide, 1)), judge(threeBand(wide, 1), wide)]) {
      expect(verdict.grade).toBe("duplicate");
      expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
    }
  });

  it("is named where the middle was mirrored as well", () => {
    const verdict = judge(threeBand(wide, 1), threeBand(mirrored(wide), 2));
    expect(["similar", "duplicate"]).toContain(verdict.grade);
    expect(verdict.transform.mirrored).toBe(true);
    expect(confidenceOf(verdict, 8)).toBeGreaterThan(0.6);
  });

  it("is not named for videos without bands", () => {
    expect(confidenceOf(judge(wide, reencoded(wide)), 8)).toBe(0);
  });

  it.each([3, 4, 5])("does not make a match of one template around different middles (%i)", (seed) => {
    const verdict = judge(threeBand(wide, 1), threeBand(footage(seed, { aspect: 16 / 9 }), 1));
    expect(verdict).toMatchObject({ grade: "distinct", rules: [] });
  });
});
