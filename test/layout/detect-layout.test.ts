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

  it("a caption", () => {
    expectLayout(overlaid(upright, { x: 0.1, y: 0.8, width: 0.8, height: 0.1 }), "plain", ALL);
  });

  it("a video in which nothing is to be seen", () => {
    expectLayout({ aspect: VERTICAL, seconds: 2, lumaAt: () => 0 }, "plain", ALL);
  });
});
