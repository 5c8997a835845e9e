import { describe, expect, it } from "vitest";
import type { LayoutKind } from "../../src/layout/layout.js";
import type { Region } from "../../src/picture/picture.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage, VERTICAL } from "../synthetic/footage.js";
import { blurPadded, fitted, framed, padded, threeBand } from "../synthetic/layout-edits.js";
import { overlaid, reencoded } from "../synthetic/picture-edits.js";
import { scene } from "../synthetic/scene.js";

const WIDE = 16 / 9;
const ALL: Region = { x: 0, y: 0, width: 1, height: 1 };
const upright = footage(1, { seconds: 4 });
const wide = footage(2, { seconds: 4, aspect: WIDE });

/** How far an edge of a layout may lie beside the true one, share of the picture: a pixel and a half of an analysed frame. */
const EDGE = 0.02;

/** The same, with a twentieth of the movement: of every place mostly what it showed at first. */
function hardlyMoving(clip: Clip): Clip {
  return { ...clip, lumaAt: (x, y, t) => 0.95 * clip.lumaAt(x, y, 0) + 0.05 * clip.lumaAt(x, y, t) };
}

function expectLayout(clip: Clip, kind: LayoutKind, content: Region): void {
  const { layout } = fingerprintOf(clip);
  expect(layout.kind).toBe(kind);
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs(layout.content[side] - content[side]), side).toBeLessThan(EDGE);
}

describe("layout detection finds", () => {
  it.each<[string, Clip, Region]>([
    ["black bars above and below", padded(wide, VERTICAL), fitted(WIDE, VERTICAL)],
    ["white bars above and below", padded(wide, 1, 255), fitted(WIDE, 1)],
    ["bars left and right", padded(upright, WIDE), fitted(VERTICAL, WIDE)],
    ["bars that were encoded with grain", reencoded(padded(wide, VERTICAL)), fitted(WIDE, VERTICAL)],
    ["blurred padding above and below", blurPadded(wide, VERTICAL), fitted(WIDE, VERTICAL)],
    ["blurred padding left and right", blurPadded(upright, WIDE), fitted(VERTICAL, WIDE)],
    ["a frame all round", framed(upright, 0.1), { x: 0.1, y: 0.1, width: 0.8, height: 0.8 }],
  ])("%s", (_, clip, content) => {
    expectLayout(clip, "padded", content);
  });

  it("three stacked bands by the middle one, which moves", () => {
    expectLayout(threeBand(wide, 1), "three-band", fitted(WIDE, VERTICAL));
    expectLayout(threeBand(footage(3, { seconds: 4, aspect: 1 }), 2), "three-band", fitted(1, VERTICAL));
  });

  it("three stacked bands around somebody who talks before a wall, at whose top nothing moves", () => {
    for (const person of [1, 2, 3]) {
      for (const aspect of [WIDE, 5 / 4, 1]) {
        const talking = scene({ person, take: person, seconds: 4, aspect });
        expectLayout(threeBand(talking, person), "three-band", fitted(aspect, VERTICAL));
      }
    }
  });

  it("three stacked bands around a room in which hardly anything moves, off the picture's middle", () => {
    const middle = fitted(WIDE, VERTICAL);
    const room = hardlyMoving(scene({ room: 2, person: 4, take: 4, seconds: 4, aspect: WIDE }));
    expectLayout(threeBand(room, 3, 0.35), "three-band", { ...middle, y: 0.7 * middle.y });
  });

  it("three stacked bands in one of which a button moves", () => {
    const banded = threeBand(wide, 5);
    const pressed: Clip = {
      ...banded,
      lumaAt: (x, y, t) =>
        Math.hypot(x - 0.4 - 0.1 * Math.sin(4 * t), y - 0.88) < 0.04 ? 240 : banded.lumaAt(x, y, t),
    };
    expectLayout(pressed, "three-band", fitted(WIDE, VERTICAL));
  });

  it("three stacked bands in which all moves a little, as after a coarse encoder", () => {
    const talking = scene({ person: 2, take: 2, seconds: 4, aspect: WIDE });
    expectLayout(reencoded(threeBand(talking, 2), 1, 1.5), "three-band", fitted(WIDE, VERTICAL));
  });

  it("three stacked bands, one of which has the colour of the middle in places", () => {
    const banded = threeBand(wide, 4);
    const { y } = fitted(WIDE, VERTICAL);
    const blended: Clip = {
      ...banded,
      lumaAt: (x, at, t) =>
        x < 0.45 && at < y && at > y - 0.05 ? wide.lumaAt(x, 0, 0) : banded.lumaAt(x, at, t),
    };
    expectLayout(blended, "three-band", fitted(WIDE, VERTICAL));
  });
});

describe("layout detection leaves alone", () => {
  it.each([3, 4, 5, 6])("footage that fills the picture (%i)", (seed) => {
    expectLayout(footage(seed, { seconds: 4 }), "plain", ALL);
  });

  it("somebody talking before a plain wall, or in a room", () => {
    for (const person of [1, 2, 3]) {
      for (const aspect of [VERTICAL, WIDE]) {
        expectLayout(scene({ person, take: person, seconds: 4, aspect }), "plain", ALL);
        expectLayout(scene({ room: 1, person, take: person, seconds: 4, aspect }), "plain", ALL);
      }
    }
  });

  it("something that turns on a table, before a wall with a shelf", () => {
    const wall = scene({ room: 3, person: 5, take: 5, seconds: 4 });
    const edged: Clip = {
      ...wall,
      lumaAt: (x, y, t) => {
        const isThing = Math.hypot(x - 0.5, (y - 0.62 - 0.02 * Math.sin(5 * t)) / VERTICAL) < 0.3;
        if (isThing) return 150 + 90 * Math.sin(40 * x + 9 * t);
        if (y < 0.4) return 60;
        return y < 0.7 ? 200 : 110;
      },
    };
    expectLayout(edged, "plain", ALL);
  });

  it("a caption", () => {
    expectLayout(overlaid(upright, { x: 0.1, y: 0.8, width: 0.8, height: 0.1 }), "plain", ALL);
  });

  it("a video in which nothing is to be seen", () => {
    expectLayout({ aspect: VERTICAL, seconds: 2, lumaAt: () => 0 }, "plain", ALL);
  });
});
