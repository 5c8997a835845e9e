import { describe, expect, it } from "vitest";
import { createComparer } from "../../src/verdict/compare.js";
import type { FootageMeasures } from "../../src/verdict/footage.js";
import type { LightChange } from "../../src/verdict/light.js";
import { isSameScene } from "../../src/verdict/scene.js";
import { GRADES, gradeOf, similarity } from "../../src/verdict/similarity.js";
import { IDENTITY_TRANSFORM } from "../../src/verdict/verdict.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { reencoded } from "../synthetic/picture-edits.js";

const SAME: FootageMeasures = {
  agreement: 0.95,
  motionCorrelation: 0.9,
  motionStrength: 5,
  provedByMotion: 1,
  movesAlike: 1,
  sameFootage: 1,
};
const SAME_SCENE: FootageMeasures = {
  ...SAME,
  motionCorrelation: 0,
  provedByMotion: 0,
  movesAlike: 0,
  sameFootage: 0,
};

const SAME_LIGHT: LightChange = { brightness: 0, contrast: 1, colour: 1, colourLost: false, change: 0 };

describe("grades", () => {
  it("begin at their thresholds", () => {
    expect(gradeOf(GRADES.duplicate, false)).toBe("duplicate");
    expect(gradeOf(GRADES.duplicate - 0.001, false)).toBe("similar");
    expect(gradeOf(GRADES.similar, false)).toBe("similar");
    expect(gradeOf(GRADES.similar - 0.001, false)).toBe("distinct");
  });

  it("call possible only what is the same scene without the same footage", () => {
    expect(gradeOf(GRADES.possible, true)).toBe("possible");
    expect(gradeOf(GRADES.possible - 0.001, true)).toBe("distinct");
    expect(gradeOf(GRADES.possible, false)).toBe("distinct");
    expect(isSameScene(SAME_SCENE, IDENTITY_TRANSFORM, SAME_LIGHT)).toBe(true);
    expect(isSameScene(SAME, IDENTITY_TRANSFORM, SAME_LIGHT)).toBe(false);
    expect(isSameScene({ ...SAME_SCENE, agreement: 0.3 }, IDENTITY_TRANSFORM, SAME_LIGHT)).toBe(false);
  });

  it("keep the further below the threshold what has all pictures in common, the more what moves speaks against it", () => {
    const whole = { time: 1, weighted: 1 };
    const of = (movesAlike: number) => similarity({ a: whole, b: whole }, { ...SAME_SCENE, movesAlike }, 1);
    expect(of(1)).toBeLessThan(GRADES.similar);
    expect(of(0.5)).toBeLessThan(of(1));
    expect(of(0)).toBeLessThan(of(0.5));
    expect(of(0)).toBeGreaterThan(GRADES.possible);
  });

  it("see another room where the colours are others", () => {
    expect(isSameScene(SAME_SCENE, IDENTITY_TRANSFORM, { ...SAME_LIGHT, colour: 20 })).toBe(false);
  });

  it("see no second take in what is mirrored, turned or stretched", () => {
    for (const change of [{ mirrored: true }, { angleDegrees: 90 }, { stretch: 1.2 }, { zoom: 0.6 }]) {
      expect(isSameScene(SAME_SCENE, { ...IDENTITY_TRANSFORM, ...change }, SAME_LIGHT)).toBe(false);
    }
  });

  it("follow thresholds of one's own", () => {
    const strict = { duplicate: 1.1, similar: 1.05, possible: 1.01 };
    const clip = footage(1, { seconds: 3 });
    const comparer = createComparer(fingerprintOf(reencoded(clip)), strict);
    expect(comparer.compareWith(fingerprintOf(clip))).toMatchObject({ grade: "distinct", rules: [] });
  });
});
