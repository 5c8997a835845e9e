import { describe, expect, it } from "vitest";
import type { Layout } from "../../src/layout/layout.js";
import { queryDescriptors, searchedSamples } from "../../src/signature/descriptors.js";
import { queryViews } from "../../src/signature/query-views.js";
import { SEARCH_SAMPLES, searchTiers } from "../../src/signature/search-tiers.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { ground } from "../synthetic/footage.js";
import { joined } from "../synthetic/time-edits.js";

const plain: Layout = { kind: "plain", content: { x: 0, y: 0, width: 1, height: 1 } };
const padded: Layout = { kind: "padded", content: { x: 0, y: 0.3, width: 1, height: 0.4 } };

describe("searchTiers", () => {
  it.each([plain, padded])("looks up no view of a $kind query that comparing could not explain", (layout) => {
    const { turned, mirrored } = queryViews(layout, 9 / 16);
    const known = new Set([...turned, ...mirrored].map((view) => JSON.stringify(view)));
    const asked = searchTiers(layout, 9 / 16).flatMap(({ views }) => views);
    expect(asked.filter((view) => !known.has(JSON.stringify(view)))).toEqual([]);
    expect(new Set(asked.map((view) => JSON.stringify(view))).size).toBe(asked.length);
  });

  it("looks up the content of a padded query before the whole", () => {
    const [first] = searchTiers(padded, 9 / 16);
    expect(first!.views[0]).toMatchObject({ centreY: 0.5, height: 0.4 });
  });

  it("asks the unlikely views of fewer moments", () => {
    const tiers = searchTiers(plain, 9 / 16);
    const samples = tiers.map((tier) => tier.samples);
    expect(samples).toEqual([...samples].sort((p, q) => q - p));
    expect(samples[0]).toBe(SEARCH_SAMPLES);
    const shots = [1, 2, 3, 4, 5, 6].map((seed): Clip => ({ aspect: 1, seconds: 2, lumaAt: ground(seed) }));
    const fingerprint = fingerprintOf(shots.reduce((clip, shot) => joined(clip, shot)));
    const searched = searchedSamples(fingerprint);
    expect(searched.length).toBeGreaterThanOrEqual(6);
    const asked = (count: number): number => queryDescriptors(fingerprint, searched.slice(0, count)).length;
    expect(asked(6) - asked(5)).toBeLessThan((asked(2) - asked(1)) / 4);
  });
});
