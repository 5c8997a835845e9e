import { describe, expect, it } from "vitest";
import type { Clip } from "../synthetic/clip.js";
import { footage, ground, VERTICAL } from "../synthetic/footage.js";
import { texture } from "../synthetic/noise.js";
import { cut, joined } from "../synthetic/time-edits.js";
import { aligned } from "./aligned.js";

const SHOT = 2;
const clip = footage(1, { seconds: 8, shotSeconds: SHOT });
const shots = [0, 1, 2, 3].map((n) => cut(clip, n * SHOT, (n + 1) * SHOT));
const inOrder = (...order: readonly number[]) => joined(...order.map((n) => shots[n]!));

/** Which shot of the later clip each shot of the earlier one was found in, by most of its samples; undefined where nowhere. */
function placesOf(earlier: Clip, later: Clip): (number | undefined)[] {
  const { lines, moments } = aligned(earlier, later);
  const found = lines.flatMap(({ matches }) =>
    matches.map(({ reference, query }) => ({
      from: Math.floor(moments.referenceTimes[reference]! / SHOT),
      to: Math.floor(moments.queryTimes[query]! / SHOT),
    })),
  );
  return shots.map((_, n) => {
    const here = found.filter(({ from }) => from === n);
    const places = here.map(({ to }) => to).sort((p, q) => p - q);
    return here.length > 2 ? places[places.length >> 1] : undefined;
  });
}

describe("matched runs", () => {
  it("cover all of a creative that plays as before", () => {
    const { lines, moments } = aligned(clip, clip);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.matches).toHaveLength(moments.referenceTimes.length);
  });

  it("go on behind a shot that was removed", () => {
    expect(placesOf(clip, inOrder(0, 2, 3))).toEqual([0, undefined, 1, 2]);
  });

  it("go on behind a shot that was put in", () => {
    const more = joined(shots[0]!, shots[1]!, cut(footage(2), 0, SHOT), shots[2]!, shots[3]!);
    expect(placesOf(clip, more)).toEqual([0, 1, 3, 4]);
  });

  it("follow shots that changed places", () => {
    expect(placesOf(clip, inOrder(2, 3, 0, 1))).toEqual([2, 3, 0, 1]);
    expect(placesOf(clip, inOrder(0, 2, 1, 3))).toEqual([0, 2, 1, 3]);
  });

  it("follow them before a camera that stands still as well, by what moves", () => {
    const room = ground(51);
    const [wayAcross, wayDown] = [texture(1), texture(2)];
    const watched: Clip = {
      aspect: VERTICAL,
      seconds: 4 * SHOT,
      lumaAt: (x, y, t) => {
        const [alongX, alongY] = [
          x - 0.5 - 0.35 * wayAcross(0.5 * t, 0),
          y - 0.5 - 0.3 * wayDown(0.5 * t, 0),
        ];
        return room(x, y) - (Math.hypot(alongX, alongY / VERTICAL) < 0.2 ? 110 : 0);
      },
    };
    const part = (n: number) => cut(watched, n * SHOT, (n + 1) * SHOT);
    expect(placesOf(watched, joined(part(0), part(2), part(1), part(3)))).toEqual([0, 2, 1, 3]);
  });

  it("use no sample of either side twice", () => {
    const matches = aligned(clip, inOrder(0, 0, 1, 2, 3)).lines.flatMap((line) => line.matches);
    expect(new Set(matches.map(({ reference }) => reference)).size).toBe(matches.length);
  });

  it("leave out what was replaced", () => {
    const replaced = joined(cut(clip, 0, 4), cut(footage(3), 0, 4));
    expect(placesOf(clip, replaced)).toEqual([0, 1, undefined, undefined]);
  });
});
