import { describe, expect, it } from "vitest";
import type { Clip } from "../synthetic/clip.js";
import { footage, ground } from "../synthetic/footage.js";
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

  it("has next to no strength where nothing moves, and some where something does", () => {
    const paint = ground(3);
    const still: Clip = { aspect: 9 / 16, seconds: 4, lumaAt: (x, y) => paint(x, y) };
    expect(motionOf(still, still).strength).toBeLessThan(0.05);
    expect(motionOf(footage(1), footage(1)).strength).toBeGreaterThan(1);
  });
});
