import { describe, expect, it } from "vitest";
import { createComparer } from "../../src/verdict/compare.js";
import type { FootageMeasures } from "../../src/verdict/footage.js";
import { GRADES, gradeOf } from "../../src/verdict/similarity.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { reencoded } from "../synthetic/picture-edits.js";

const SAME: FootageMeasures = {
  agreement: 0.95,
  motionCorrelation: 0.9,
  motionStrength: 5,
  provedByMotion: 1,
  sameFootage: 1,
};
const SAME_SCENE: FootageMeasures = { ...SAME, motionCorrelation: 0, provedByMotion: 0, sameFootage: 0 };

describe("grades", () => {
  it("begin at their thresholds", () => {
    expect(gradeOf(GRADES.duplicate, SAME)).toBe("duplicate");
    expect(gradeOf(GRADES.duplicate - 0.001, SAME)).toBe("similar");
    expect(gradeOf(GRADES.similar, SAME)).toBe("similar");
    expect(gradeOf(GRADES.similar - 0.001, SAME)).toBe("distinct");
  });

  it("call possible only what is the same scene without the same footage", () => {
    expect(gradeOf(GRADES.possible, SAME_SCENE)).toBe("possible");
    expect(gradeOf(GRADES.possible - 0.001, SAME_SCENE)).toBe("distinct");
    expect(gradeOf(GRADES.possible, { ...SAME_SCENE, agreement: 0.3 })).toBe("distinct");
  });

  it("follow thresholds of one's own", () => {
    const strict = { duplicate: 1.1, similar: 1.05, possible: 1.01 };
    const clip = footage(1, { seconds: 3 });
    const comparer = createComparer(fingerprintOf(reencoded(clip)), strict);
    expect(comparer.compareWith(fingerprintOf(clip))).toMatchObject({ grade: "distinct", rules: [] });
  });
});
