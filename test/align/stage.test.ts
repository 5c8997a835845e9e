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
