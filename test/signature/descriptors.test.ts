import { describe, expect, it } from "vitest";
import {
  CANDIDATE_DISTANCE,
  DESCRIPTOR_DIMENSION,
  queryDescriptors,
  searchedSamples,
  storedDescriptors,
} from "../../src/signature/descriptors.js";
import { cosine } from "../../src/signature/key-samples.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { padded, threeBand } from "../synthetic/layout-edits.js";
import { mirrored, quarterTurned, relit, turned, zoomed } from "../synthetic/picture-edits.js";

const wide = footage(1, { aspect: 16 / 9, seconds: 4 });
const stored = storedDescriptors(fingerprintOf(wide));

function askedOf(clip: Clip): Float32Array[] {
  const fingerprint = fingerprintOf(clip);
  return queryDescriptors(fingerprint, searchedSamples(fingerprint));
}

/** Squared distance of the nearest stored descriptor to any that is asked. */
function distanceTo(clip: Clip): number {
  const asked = askedOf(clip);
  let least = Number.POSITIVE_INFINITY;
  for (const query of asked) {
    for (const entry of stored) least = Math.min(least, 2 - 2 * cosine(query, entry));
  }
  return least;
}

describe("descriptors", () => {
  it("are unit vectors of the stated dimension, a few stored and hundreds asked", () => {
    const asked = askedOf(wide);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.length).toBeLessThanOrEqual(48);
    expect(asked.length).toBeGreaterThan(100);
    for (const values of [...stored, ...asked.slice(0, 50)]) {
      expect(values).toHaveLength(DESCRIPTOR_DIMENSION);
      expect(cosine(values, values)).toBeCloseTo(1, 4);
    }
  });

  it("are none for a flat video", () => {
    const flat: Clip = { aspect: 1, seconds: 2, lumaAt: () => 70 };
    expect(storedDescriptors(fingerprintOf(flat))).toEqual([]);
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
