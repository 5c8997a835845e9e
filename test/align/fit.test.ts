import { describe, expect, it } from "vitest";
import { fitMap } from "../../src/align/fit.js";
import type { Freedom } from "../../src/align/gauss-newton.js";
import { offSquare } from "../../src/align/squareness.js";
import { type Affine, compose } from "../../src/picture/affine.js";
import { type Clip, drawPicture } from "../synthetic/clip.js";
import { footage } from "../synthetic/footage.js";
import { mirrored, overlaid, relit, turned, zoomed } from "../synthetic/picture-edits.js";

/** Pixels of a stored picture. */
const WIDTH = 36;
const HEIGHT = 64;
const STEPS = { coarse: 8, fine: 5 };
const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };
const MIRROR: Affine = { ...IDENTITY, a: -1 };

const clip = footage(1);
const fitTo = (edit: Clip, start: Affine, freedom?: Freedom) =>
  fitMap(
    [0.5, 2, 4].map((seconds) => ({
      reference: drawPicture(clip, seconds, HEIGHT),
      query: drawPicture(edit, seconds, HEIGHT),
    })),
    start,
    STEPS,
    undefined,
    freedom,
  );

const scaling = (zoom: number): Affine => ({ ...IDENTITY, a: zoom, e: zoom });
const rotation = (degrees: number): Affine => {
  const angle = (degrees * Math.PI) / 180;
  return {
    a: Math.cos(angle),
    b: -Math.sin(angle),
    c: 0,
    d: Math.sin(angle),
    e: Math.cos(angle),
    f: 0,
  };
};

/** How far the worst corner of the picture lands from where it should, pixels. */
function cornerError(found: Affine, truth: Affine): number {
  const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => [(x * WIDTH) / 2, (y * HEIGHT) / 2] as const));
  return Math.max(
    ...corners.map(([x, y]) => {
      const dx = (found.a - truth.a) * x + (found.b - truth.b) * y + found.c - truth.c;
      const dy = (found.d - truth.d) * x + (found.e - truth.e) * y + found.f - truth.f;
      return Math.hypot(dx, dy);
    }),
  );
}

describe("fitMap", () => {
  it.each<[string, Clip, Affine, Affine]>([
    ["nothing moved", clip, IDENTITY, IDENTITY],
    ["a turn of 3 degrees from none", turned(clip, 3), IDENTITY, rotation(3)],
    ["a turn of -12 degrees from -9", turned(clip, -12), rotation(-9), rotation(-12)],
    ["a zoom of 1.08 from none", zoomed(clip, 1.08), IDENTITY, scaling(1.08)],
    ["a zoom of 1.3 from 1.35", zoomed(clip, 1.3), scaling(1.35), scaling(1.3)],
    [
      "a zoom off centre from one beside it",
      zoomed(clip, 1.3, { x: 0.44, y: 0.56 }),
      { ...scaling(1.35), c: 3, f: -6 },
      { ...scaling(1.3), c: 0.06 * 1.3 * WIDTH, f: -0.06 * 1.3 * HEIGHT },
    ],
    ["a mirror image", mirrored(clip), MIRROR, MIRROR],
    ["a mirror image, turned", mirrored(turned(clip, 4)), MIRROR, compose(MIRROR, rotation(4))],
  ])("finds %s to within half a pixel", (_, edit, start, truth) => {
    const fit = fitTo(edit, start)!;
    expect(cornerError(fit.map, truth)).toBeLessThan(0.5);
    expect(fit.correlation).toBeGreaterThan(0.9);
  });

  it("is not led astray by contrast and brightness", () => {
    const fit = fitTo(relit(zoomed(clip, 1.05), { contrast: 0.7, brightness: 20 }), IDENTITY)!;
    expect(cornerError(fit.map, scaling(1.05))).toBeLessThan(0.5);
  });

  it("is not pulled by an overlay", () => {
    const edit = overlaid(turned(clip, 2), {
      x: 0.05,
      y: 0.7,
      width: 0.9,
      height: 0.2,
    });
    expect(cornerError(fitTo(edit, IDENTITY)!.map, rotation(2))).toBeLessThan(0.6);
  });

  it("loses other footage", () => {
    for (const seed of [2, 3, 4]) {
      const fit = fitTo(footage(seed), IDENTITY);
      expect(fit === undefined || fit.correlation < 0.6).toBe(true);
    }
  });

  it("fits nothing to flat pictures", () => {
    expect(fitTo({ ...clip, lumaAt: () => 90 }, IDENTITY)).toBeUndefined();
  });

  it.each<[string, Clip, Affine, Affine]>([
    ["a turn and a zoom", turned(zoomed(clip, 1.06), 3), IDENTITY, compose(rotation(3), scaling(1.06))],
    ["a mirror image, turned", mirrored(turned(clip, 4)), MIRROR, compose(MIRROR, rotation(4))],
  ])("finds %s without stretch as well", (_, edit, start, truth) => {
    const { map } = fitTo(edit, start, "similar")!;
    expect(cornerError(map, truth)).toBeLessThan(0.5);
    expect(offSquare(map)).toBeLessThan(0.01);
  });

  it("does not stretch where it may not, whatever would fit", () => {
    const edit: Clip = {
      ...clip,
      lumaAt: (x, y, t) => clip.lumaAt((x - 0.5) / 1.12 + 0.5, y, t),
    };
    expect(offSquare(fitTo(edit, IDENTITY)!.map)).toBeGreaterThan(0.1);
    expect(offSquare(fitTo(edit, IDENTITY, "similar")!.map)).toBeLessThan(0.03);
  });
});
