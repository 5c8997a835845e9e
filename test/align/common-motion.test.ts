import { describe, expect, it } from "vitest";
import { measureCommonMotion } from "../../src/align/common-motion.js";
import type { MatchedLine } from "../../src/align/segments.js";
import type { Clip } from "../synthetic/clip.js";
import { footage, ground } from "../synthetic/footage.js";
import { noise } from "../synthetic/noise.js";
import { mirrored, overlaid, reencoded, relit, turned, zoomed } from "../synthetic/picture-edits.js";
import { scene } from "../synthetic/scene.js";
import { aligned } from "./aligned.js";

const take = scene({ room: 1, person: 1, take: 1 });
const motionOf = (earlier: Clip, later: Clip) => aligned(earlier, later).commonMotion;

describe("common motion", () => {
  it.each<[string, Clip]>([
    ["encoded again", reencoded(take)],
    ["mirrored", mirrored(take)],
    ["turned and zoomed", turned(zoomed(take, 1.15), 5)],
    ["of other light", relit(take, { contrast: 0.7, brightness: 20 })],
    ["captioned", overlaid(take, { x: 0.1, y: 0.8, width: 0.8, height: 0.12 })],
  ])("is high where the take was %s", (_, edit) => {
    expect(motionOf(take, edit).correlation).toBeGreaterThan(0.75);
  });

  it("is low for another take of the same person in the same room", () => {
    for (const n of [2, 3, 4]) {
      expect(motionOf(take, scene({ room: 1, person: 1, take: n })).correlation).toBeLessThan(0.5);
    }
  });

  it("is low for another person in the same room", () => {
    for (const n of [2, 3]) {
      expect(motionOf(take, scene({ room: 1, person: n, take: n + 3 })).correlation).toBeLessThan(0.5);
    }
  });

  it("hears all of a take in which nothing was replaced", () => {
    const { lines, commonMotion } = aligned(take, relit(take, { contrast: 0.7 }));
    expect(commonMotion.heard).toEqual(lines.flatMap(({ matches }) => matches));
  });

  it("has next to no strength where nothing moves, and some where something does", () => {
    const paint = ground(3);
    const still: Clip = { aspect: 9 / 16, seconds: 4, lumaAt: (x, y) => paint(x, y) };
    expect(motionOf(still, still).strength).toBeLessThan(0.05);
    expect(motionOf(footage(1), footage(1)).strength).toBeGreaterThan(1);
  });
});

/** Pictures that move at random, all of which are said to agree. */
const MOMENTS = 12;
const taking = (take: number) =>
  Array.from({ length: MOMENTS }, (_, n) =>
    Float32Array.from({ length: 200 }, (_, at) => 20 * noise(1000 * take + n, at)),
  );
const line: MatchedLine = {
  line: { speed: 1, offsetSeconds: 0 },
  score: 1,
  matches: taking(0).map((_, n) => ({ reference: n, query: n, queryPlace: n, agreement: 1 })),
};
const motionBetween = (reference: readonly Float32Array[], query: readonly Float32Array[]) =>
  measureCommonMotion({ pictures: reference, times: reference.map((_, n) => n / 4) }, query, [line], 1);

describe("the stretch that is heard", () => {
  it.each([
    ["tail", [0, 9], [...taking(1).slice(0, 9), ...taking(2).slice(9)]],
    ["opening", [3, 12], [...taking(2).slice(0, 3), ...taking(1).slice(3)]],
  ])("leaves out a %s that moves otherwise", (_, [from, to], query) => {
    const { correlation, heard } = motionBetween(taking(1), query);
    expect(heard).toEqual(line.matches.slice(from, to));
    expect(correlation).toBeCloseTo(1 - 0.2 * 0.25, 2);
  });

  it("is no reason to take one take for another", () => {
    for (let n = 2; n < 12; n++) expect(motionBetween(taking(1), taking(n)).correlation).toBeLessThan(0.2);
    const third = [...taking(1).slice(0, 5), ...taking(2).slice(5)];
    expect(motionBetween(taking(1), third).correlation).toBeLessThan(0.7);
  });

  it("ends where nothing is left to compare", () => {
    const still = taking(1).map(() => new Float32Array(200));
    expect(motionBetween(still, still)).toMatchObject({ correlation: 0, strength: 0, heard: line.matches });
  });
});
