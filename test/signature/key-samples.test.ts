import { describe, expect, it } from "vitest";
import { keySamples, rankedKeySamples } from "../../src/signature/key-samples.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage, ground } from "../synthetic/footage.js";
import { relit } from "../synthetic/picture-edits.js";
import { joined } from "../synthetic/time-edits.js";

const paint = ground(1);
const still: Clip = { aspect: 9 / 16, seconds: 3, lumaAt: (x, y) => paint(x, y) };
const black: Clip = { ...still, lumaAt: () => 0 };

const stillOf = (seed: number): Clip => ({ ...still, seconds: 2, lumaAt: ground(seed) });

const timesOf = (clip: Clip, limit: number) =>
  keySamples(fingerprintOf(clip).samples, limit).map(({ timeSeconds }) => timeSeconds);

describe("keySamples", () => {
  it("takes one of each shot before a second of any", () => {
    const times = timesOf(joined(stillOf(1), joined(stillOf(2), stillOf(3))), 4);
    expect(times.map((time) => Math.floor(time / 2))).toEqual([0, 1, 2]);
  });

  it("takes no more than asked for, in order of time", () => {
    const times = timesOf(footage(1, { seconds: 6, shotSeconds: 1 }), 4);
    expect(times).toHaveLength(4);
    expect(times).toEqual([...times].sort((p, q) => p - q));
  });

  it("ranks first what differs most", () => {
    const { samples } = fingerprintOf(
      joined(stillOf(1), joined(relit(stillOf(1), { brightness: 30 }), stillOf(2))),
    );
    const times = rankedKeySamples(samples, 2).map(({ timeSeconds }) => Math.floor(timeSeconds / 2));
    expect(times).toEqual([0, 2]);
  });

  it("needs one sample for a picture that holds still", () => {
    expect(timesOf(still, 6)).toEqual([0.125]);
  });

  it("passes over flat samples, and finds none in a flat video", () => {
    expect(timesOf(joined(black, still), 6)).toEqual([3.125]);
    expect(timesOf(black, 6)).toEqual([]);
  });
});
