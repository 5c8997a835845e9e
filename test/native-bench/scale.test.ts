import { describe, expect, it } from "vitest";
import { quantile } from "../../native-bench/measuring/quantile.js";
import { drawSizes } from "../../native-bench/scale/draw-sizes.js";
import { bestCosine } from "../../native-bench/scale/likeness.js";
import { withOtherSigns } from "../../native-bench/scale/other-signs.js";
import { isWithinReach, plantQueries } from "../../native-bench/scale/planted-queries.js";
import { SyntheticCreatives } from "../../native-bench/scale/synthetic-creatives.js";
import { seededRandom } from "../../samples/random.js";
import { TurnedViews } from "../../src/index/turned-views.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { storedDescriptors } from "../../src/signature/descriptors.js";
import { SHORT_BYTES, shortDistance } from "../../src/signature/short-descriptor.js";
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
    const asked = new TurnedViews(candidateQuery(one).views).shorts;
    expect(bestCosine(asked, storedDescriptors(other))).toBeLessThan(0.98);
    expect(bestCosine(asked, storedDescriptors(one))).toBe(1);
  });

  it("are found again by their edits, mostly", () => {
    const planted = plantQueries(new SyntheticCreatives(real, 1), 8, 1);
    expect(planted.filter(isWithinReach).length).toBeGreaterThanOrEqual(6);
  });
});

describe("other signs", () => {
  it("keep how long and how alike descriptors are, and make them another picture's", () => {
    const stored = storedDescriptors(real[0]!);
    const changed = withOtherSigns(stored, seededRandom("signs"));
    const [first, second] = [0, 2 * SHORT_BYTES];
    expect(shortDistance(changed, first, changed, second)).toBe(shortDistance(stored, first, stored, second));
    expect(shortDistance(stored, first, changed, first)).toBeGreaterThan(0.2);
  });
});

describe("quantile", () => {
  it("is the nearest rank", () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 1, 3, 5, 5]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("the curves of a growing library", () => {
  const sized = (creatives: number) => ({
    creatives,
    adding: { creatives, views: 40 * creatives, cpuSeconds: creatives / 500 },
    bytesACreative: 5000,
    openingSeconds: creatives / 10_000,
    searching: {
      ...{
        queries: 1,
        views: 500,
        describeMs: 8,
        candidates: 64,
        withinReach: 100,
        found: 99,
        inFirstStep: 98,
        missed: [],
      },
      searchMs: { p50: 4, p99: 9 },
      cpuMs: { mean: 12, p50: 12, p99: 30 },
    },
    checking: {
      ...{ checks: 1, candidates: 64, comparingMs: 8, alike: 0, compared: 8 },
      cpuMs: { p50: 500, p99: 900 },
    },
    checkingNew: {
      ...{ checks: 1, candidates: 64, comparingMs: 8, alike: 0, compared: 8 },
      cpuMs: { p50: 500, p99: 900 },
    },
  });

  it("name the figures and the sizes", () => {
    const svg = drawSizes([sized(1000), sized(20_000)]);
    for (const word of ["CPU of a search, ms", "memory of one, KiB", "opening, s", "p99", "20,000"]) {
      expect(svg).toContain(`>${word}</text>`);
    }
  });
});
