import { describe, expect, it } from "vitest";
import { isInformative, ramp } from "../../src/align/agreement.js";
import { agreementMatrix } from "../../src/align/agreement-matrix.js";
import type { CellPicture } from "../../src/align/cells.js";
import { drawCells } from "../../src/align/drawn-cells.js";
import { layStage, type Stage } from "../../src/align/stage.js";
import type { Affine } from "../../src/picture/affine.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { overlaid, reencoded, relit } from "../synthetic/picture-edits.js";

const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };
const clip = footage(1, { seconds: 0.5 });
const pictureOf = (shown: Clip) => fingerprintOf(shown).samples[0]!.picture;
const stage: Stage = layStage(pictureOf(clip), pictureOf(clip), IDENTITY)!;
const all = Array.from({ length: (stage.width * stage.height) / 36 }, (_, cell) => cell);
const cellsOf = (shown: Clip): CellPicture => drawCells(stage, [pictureOf(shown)], stage.toQuery)[0]!;
const agreementOf = (one: CellPicture, other: CellPicture, gain = 1) =>
  agreementMatrix([one], [other], all, gain)[0]!;
const agreementWith = (shown: Clip, gain = 1) => agreementOf(cellsOf(clip), cellsOf(shown), gain);

describe("agreement of two pictures", () => {
  it("is 1 for the same picture, whatever its light", () => {
    expect(agreementWith(clip)).toBeCloseTo(1, 6);
    expect(agreementWith(relit(clip, { contrast: 0.6, brightness: 30 }), 0.6)).toBeGreaterThan(0.97);
    expect(agreementWith(reencoded(clip))).toBeGreaterThan(0.95);
  });

  it("falls by about the share of the picture that is covered", () => {
    const quarter = agreementWith(overlaid(clip, { x: 0, y: 0.75, width: 1, height: 0.25 }));
    expect(quarter).toBeGreaterThan(0.65);
    expect(quarter).toBeLessThan(0.9);
  });

  it("is low for other footage", () => {
    for (const seed of [2, 3, 4]) expect(agreementWith(footage(seed, { seconds: 0.5 }))).toBeLessThan(0.35);
  });

  it("cannot be told from flat pictures", () => {
    const flat = cellsOf({ ...clip, lumaAt: () => 90 });
    expect(agreementOf(flat, flat)).toBeNaN();
    expect(isInformative(flat, all)).toBe(false);
    expect(isInformative(cellsOf(clip), all)).toBe(true);
  });
});

describe("ramp", () => {
  it("is 0 up to its start, 1 from its end, straight in between", () => {
    expect([0, 2, 3, 4, 9].map((value) => ramp(value, { from: 2, full: 4 }))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
