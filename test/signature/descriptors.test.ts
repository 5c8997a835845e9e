import { describe, expect, it } from "vitest";
import {
  type AskedView,
  CANDIDATE_DISTANCE,
  MOMENT_BYTES,
  queryDescriptors,
  searchedSamples,
  storedDescriptors,
} from "../../src/signature/descriptors.js";
import { SHORT_BYTES, shortDistance, turnShort } from "../../src/signature/short-descriptor.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { padded, threeBand } from "../synthetic/layout-edits.js";
import { mirrored, quarterTurned, relit, turned, zoomed } from "../synthetic/picture-edits.js";

const wide = footage(1, { aspect: 16 / 9, seconds: 4 });
const stored = storedDescriptors(fingerprintOf(wide));

function askedOf(clip: Clip): AskedView[] {
  const fingerprint = fingerprintOf(clip);
  return queryDescriptors(fingerprint, searchedSamples(fingerprint));
}

/** Squared distance of the nearest stored descriptor to any that is asked. */
function distanceTo(clip: Clip): number {
  const turned = new Int8Array(SHORT_BYTES);
  let least = Number.POSITIVE_INFINITY;
  for (const { short, turns } of askedOf(clip)) {
    for (let turn = 0; turn < turns; turn++) {
      turnShort(short, 0, turn, turned, 0);
      for (let at = 0; at < stored.length; at += SHORT_BYTES)
        least = Math.min(least, shortDistance(turned, 0, stored, at));
    }
  }
  return least;
}

describe("descriptors", () => {
  it("are of unit length, a few stored and hundreds asked", () => {
    const asked = askedOf(wide);
    expect(stored.length % MOMENT_BYTES).toBe(0);
    expect(stored.length / MOMENT_BYTES).toBeGreaterThan(0);
    expect(stored.length / MOMENT_BYTES).toBeLessThanOrEqual(4);
    expect(asked.reduce((sum, { turns }) => sum + turns, 0)).toBeGreaterThan(100);
    const nothing = new Int8Array(SHORT_BYTES);
    for (const { short } of asked) expect(shortDistance(short, 0, nothing, 0)).toBeCloseTo(1, 1);
  });

  it("leave the place of a layout's content empty where there is none", () => {
    expect(stored.slice(SHORT_BYTES, 2 * SHORT_BYTES)).toEqual(new Int8Array(SHORT_BYTES));
    const banded = storedDescriptors(fingerprintOf(threeBand(wide, 1)));
    expect(banded.slice(SHORT_BYTES, 2 * SHORT_BYTES)).not.toEqual(new Int8Array(SHORT_BYTES));
  });

  it("are none for a flat video", () => {
    const flat: Clip = { aspect: 1, seconds: 2, lumaAt: () => 70 };
    expect(storedDescriptors(fingerprintOf(flat))).toHaveLength(0);
    expect(askedOf(flat)).toEqual([]);
  });

  const edits: readonly [string, Clip][] = [
    ["mirrored", mirrored(wide)],
    ["turned by a quarter", quarterTurned(wide)],
    ["turned upside down", turned(wide, 180)],
    ["turned by 11 degrees with black corners", turned(wide, 11)],
    ["zoomed to 1.4 off centre", zoomed(wide, 1.4, { x: 0.4, y: 0.6 })],
    ["darkened", relit(wide, { contrast: 0.7, brightness: -25 })],
    ["padded to upright", padded(wide, 9 / 16)],
    ["in a three-band layout", threeBand(wide, 1)],
    ["mirrored, turned, zoomed", mirrored(turned(zoomed(wide, 1.15), 4))],
  ];

  it.each(edits)("meet when the query is %s", (_, edit) => {
    expect(distanceTo(edit)).toBeLessThan(CANDIDATE_DISTANCE);
  });

  it("lie further off for other footage than for most of these", () => {
    const distances = edits.map(([, edit]) => distanceTo(edit)).sort((p, q) => p - q);
    const others = [2, 3, 4].map((seed) => distanceTo(footage(seed, { aspect: 16 / 9, seconds: 4 })));
    expect(Math.min(...others)).toBeGreaterThan(distances.at(-2)!);
  });
});
