import { describe, expect, it } from "vitest";
import { agreementAtAGlance, glanceMoments } from "../../src/align/glance.js";
import { IDENTITY } from "../../src/picture/affine.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";

const one = fingerprintOf(footage(1));
const other = fingerprintOf(footage(2));

describe("agreement at a glance", () => {
  it("is high for the same footage, low for other footage, and the same both ways", () => {
    const [p, q] = [glanceMoments(one), glanceMoments(other)];
    expect(agreementAtAGlance(p, p, IDENTITY)).toBeGreaterThan(0.95);
    expect(agreementAtAGlance(p, q, IDENTITY)).toBeLessThan(0.3);
    expect(agreementAtAGlance(q, p, IDENTITY)).toBeCloseTo(agreementAtAGlance(p, q, IDENTITY), 5);
  });

  it("stays high where only the later half is new", () => {
    const half = one.durationSeconds / 2;
    const newEnding = {
      ...one,
      samples: one.samples.map((sample, at) => (sample.timeSeconds < half ? sample : other.samples[at]!)),
    };
    expect(agreementAtAGlance(glanceMoments(one), glanceMoments(newEnding), IDENTITY)).toBeGreaterThan(0.6);
  });
});
