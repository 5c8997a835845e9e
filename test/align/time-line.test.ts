import { describe, expect, it } from "vitest";
import type { Clip } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { relit, zoomed } from "../synthetic/picture-edits.js";
import { cut, joined, sped } from "../synthetic/time-edits.js";
import { aligned } from "./aligned.js";

const clip = footage(1, { seconds: 10, shotSeconds: 2.25 });

describe("the line in time", () => {
  it.each<[string, Clip, number]>([
    ["nothing was cut", relit(clip, { brightness: 10 }), 0],
    ["two seconds were cut off in front", cut(clip, 2), -2],
    ["the tail was cut off", cut(clip, 0, 6), 0],
    ["an intro of three seconds was put in front", joined(cut(footage(2), 0, 3), clip), 3],
    ["the grids lie beside each other", cut(clip, 1.25), -1.25],
    ["the picture was zoomed as well", zoomed(cut(clip, 1), 1.2), -1],
  ])("has the right offset where %s", (_, later, offsetSeconds) => {
    const { line } = aligned(clip, later).lines[0]!;
    expect(Math.abs(line.offsetSeconds - offsetSeconds)).toBeLessThanOrEqual(0.25);
    expect(line.speed).toBeGreaterThan(0.97);
    expect(line.speed).toBeLessThan(1.03);
  });

  it.each([0.45, 0.5, 2, 2.2])(
    "follows a whole creative played %f times as fast, which no other line does",
    (speed) => {
      const { lines } = aligned(clip, sped(clip, speed));
      expect(lines).toHaveLength(1);
      expect(Math.abs(lines[0]!.line.speed / speed - 1)).toBeLessThan(0.06);
    },
  );

  it.each([0.8, 0.9, 1.1, 1.25])("has the right speed, %f", (speed) => {
    const { line } = aligned(clip, sped(clip, speed)).lines[0]!;
    expect(Math.abs(line.speed / speed - 1)).toBeLessThan(0.04);
    // Half a second at the end is what the sampling grid leaves open.
    const end = clip.seconds / line.speed + line.offsetSeconds;
    expect(Math.abs(end - clip.seconds / speed)).toBeLessThan(0.5);
  });
});
