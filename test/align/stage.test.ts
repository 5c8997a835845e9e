import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidingCells } from "../../src/align/deciding-cells.js";
import { CELL, drawOnStage, layStage } from "../../src/align/stage.js";
import type { Layout } from "../../src/layout/layout.js";
import type { Affine } from "../../src/picture/affine.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";

const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };
const { picture } = fingerprintOf(footage(1, { seconds: 0.5 })).samples[0]!;
const { width, height } = picture;

describe("layStage", () => {
  it("takes in all of both sides where one shows all of the other", () => {
    const stage = layStage(picture, picture, IDENTITY)!;
    expect(stage).toMatchObject({ referenceArea: 1, queryArea: 1 });
    expect([stage.width % CELL, stage.height % CELL]).toEqual([0, 0]);
    const drawn = drawOnStage(stage, picture, stage.toReference);
    expect(drawn.every((value) => value >= 0 && value <= 255)).toBe(true);
  });

  it("takes in the part of the reference that a zoomed query shows", () => {
    const stage = layStage(picture, picture, { ...IDENTITY, a: 1.25, e: 1.25 })!;
    expect(stage.referenceArea).toBeCloseTo(1 / 1.25 ** 2, 1);
    expect(stage.queryArea).toBeGreaterThan(0.93);
  });

  it("takes in the part of the query that a shrunk reference fills", () => {
    const stage = layStage(picture, picture, { ...IDENTITY, a: 0.6, e: 0.6 })!;
    expect(stage.referenceArea).toBe(1);
    expect(stage.queryArea).toBeCloseTo(0.36, 2);
  });

  it("draws both sides pixel on pixel", () => {
    const stage = layStage(picture, picture, { ...IDENTITY, c: 5, f: -9 })!;
    expect(stage.toQuery.c - stage.toReference.c).toBeCloseTo(5, 9);
    expect(stage.toQuery.f - stage.toReference.f).toBeCloseTo(-9, 9);
  });

  it("is laid on all pixels that lie in the query, as counting them one by one finds", () => {
    const share = fc.double({ min: -0.6, max: 0.6, noNaN: true });
    const place = fc.double({ min: -30, max: 30, noNaN: true });
    const maps = fc.record({ a: share, b: share, c: place, d: share, e: share, f: place });
    fc.assert(
      fc.property(maps, fc.boolean(), (near, isUpright) => {
        const map = isUpright
          ? { ...near, a: 1 + near.a, e: 1 + near.e }
          : { ...near, b: 1 + near.b, d: 1 + near.d };
        let inside = 0;
        for (let at = 0; at < width * height; at++) {
          const x = (at % width) - (width - 1) / 2;
          const y = Math.floor(at / width) - (height - 1) / 2;
          const isAcross = Math.abs(map.a * x + map.b * y + map.c) <= width / 2;
          if (isAcross && Math.abs(map.d * x + map.e * y + map.f) <= height / 2) inside++;
        }
        const stage = layStage(picture, picture, map);
        if (stage !== undefined) expect(stage.referenceArea).toBe(inside / (width * height));
      }),
    );
  });

  it("is not laid where the two hardly overlap", () => {
    expect(layStage(picture, picture, { ...IDENTITY, c: 2 * width })).toBeUndefined();
    expect(layStage(picture, picture, { ...IDENTITY, f: height - 2 })).toBeUndefined();
  });
});

describe("decidingCells", () => {
  const stage = layStage(picture, picture, IDENTITY)!;
  const framed = (layout: Layout) => ({ samples: [{ picture }], layout });
  const plain = framed({ kind: "plain", content: { x: 0, y: 0, width: 1, height: 1 } });
  const banded = framed({ kind: "three-band", content: { x: 0, y: 0.25, width: 1, height: 0.5 } });
  const strip = framed({ kind: "padded", content: { x: 0, y: 0.45, width: 1, height: 0.02 } });

  it("are all where nothing is padded, and those in the band of either side where there is one", () => {
    const all = decidingCells(stage, plain, plain);
    const inBand = decidingCells(stage, plain, banded);
    expect(all).toHaveLength((stage.width * stage.height) / CELL ** 2);
    expect(inBand.length / all.length).toBeGreaterThan(0.35);
    expect(inBand.length / all.length).toBeLessThan(0.65);
    expect(decidingCells(stage, banded, plain)).toEqual(inBand);
  });

  it("are all where a layout leaves none, but not where both sides have one", () => {
    expect(decidingCells(stage, plain, strip)).toEqual(decidingCells(stage, plain, plain));
    expect(decidingCells(stage, banded, strip)).toEqual([]);
  });
});
