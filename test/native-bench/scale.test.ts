import { describe, expect, it } from "vitest";
import { quantile } from "../../native-bench/measuring/quantile.js";
import { bestCosine } from "../../native-bench/scale/likeness.js";
import { withOtherSigns } from "../../native-bench/scale/other-signs.js";
import { isWithinReach, plantQueries } from "../../native-bench/scale/planted-queries.js";
import { SyntheticCreatives } from "../../native-bench/scale/synthetic-creatives.js";
import { seededRandom } from "../../samples/random.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { storedDescriptors } from "../../src/signature/descriptors.js";
import { cosine } from "../../src/signature/key-samples.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";

const real = Array.from({ length: 6 }, (_, seed) => syntheticFingerprint({ seed }));

describe("synthetic creatives", () => {
  it("are decided by the seed and their number", () => {
    const first = new SyntheticCreatives(real, 1);
    const again = new SyntheticCreatives(real, 1);
    expect(again.stored(11)).toEqual(first.stored(11));
    expect(again.creative(2)).toEqual(first.creative(2));
    expect(new SyntheticCreatives(real, 2).creative(2).samples[0]!.picture).not.toEqual(
      first.creative(2).samples[0]!.picture,
    );
  });

  it("differ from each other, and are as long as ads", () => {
    const synthetic = new SyntheticCreatives(real, 1);
    const [one, other] = [synthetic.creative(0), synthetic.creative(1)];
    expect(one.samples.length).toBeGreaterThan(30);
    expect(bestCosine(candidateQuery(one).descriptors, storedDescriptors(other))).toBeLessThan(0.98);
    expect(bestCosine(candidateQuery(one).descriptors, storedDescriptors(one))).toBeCloseTo(1, 5);
  });

  it("are found again by their edits, mostly", () => {
    const planted = plantQueries(new SyntheticCreatives(real, 1), 8, 1);
    expect(planted.filter(isWithinReach).length).toBeGreaterThanOrEqual(6);
  });
});

describe("other signs", () => {
  it("keep how long and how alike descriptors are, and make them another picture's", () => {
    const [p, q] = storedDescriptors(real[0]!) as [Float32Array, Float32Array];
    const [p2, q2] = withOtherSigns([p, q], seededRandom("signs")) as [Float32Array, Float32Array];
    expect(cosine(p2, p2)).toBeCloseTo(1, 5);
    expect(cosine(p2, q2)).toBeCloseTo(cosine(p, q), 5);
    expect(Math.abs(cosine(p, p2))).toBeLessThan(0.9);
  });
});

describe("quantile", () => {
  it("is the nearest rank", () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 1, 3, 5, 5]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
