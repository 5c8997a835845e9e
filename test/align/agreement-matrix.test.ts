import { describe, expect, it } from "vitest";
import { cellAgreement, isEnoughTexture } from "../../src/align/agreement.js";
import { agreementMatrix } from "../../src/align/agreement-matrix.js";
import type { CellPicture } from "../../src/align/cells.js";
import { drawCells } from "../../src/align/drawn-cells.js";
import { layStage, type Stage } from "../../src/align/stage.js";
import type { Clip } from "../synthetic/clip.js";
import { fingerprintOf } from "../synthetic/fingerprint-of.js";
import { footage } from "../synthetic/footage.js";
import { relit } from "../synthetic/picture-edits.js";

const picturesOf = (clip: Clip) => fingerprintOf(clip).samples.map(({ picture }) => picture);
const clip = footage(1, { seconds: 2 });
const flat: Clip = { ...clip, lumaAt: () => 90 };
const [first] = picturesOf(clip);
const tilted = layStage(first!, first!, { a: 0.9, b: 0.2, c: 3, d: -0.2, e: 0.9, f: 0 })!;
const cellsOf = (stage: Stage) =>
  Array.from({ length: (stage.width * stage.height) / 36 }, (_, cell) => cell);

/** The agreement of two pictures, cell by cell. */
function plainAgreement(
  one: CellPicture,
  other: CellPicture,
  cells: readonly number[],
  gain: number,
): number {
  let [weights, agreements] = [0, 0];
  for (const cell of cells) {
    const { agreement, weight } = cellAgreement(one, other, cell, gain);
    weights += weight;
    agreements += weight * agreement;
  }
  return isEnoughTexture(weights, cells) ? agreements / weights : Number.NaN;
}

describe("the matrix of agreements", () => {
  it.each([
    ["the same footage", clip, 1],
    ["dimmer footage", relit(clip, { contrast: 0.7 }), 0.7],
    ["other footage", footage(2, { seconds: 1.25 }), 1],
    ["what is flat", flat, 1],
  ])("is the agreement of each with each, with %s", (_, other, gain) => {
    const reference = drawCells(tilted, picturesOf(clip), tilted.toReference);
    const query = drawCells(tilted, picturesOf(other), tilted.toQuery);
    const cells = cellsOf(tilted).filter((cell) => cell % 3 > 0);
    const matrix = agreementMatrix(reference, query, cells, gain);
    expect(matrix).toHaveLength(reference.length * query.length);
    for (const [i, one] of reference.entries()) {
      for (const [j, shown] of query.entries()) {
        const expected = plainAgreement(one, shown, cells, gain);
        expect(matrix[i * query.length + j]).toBeCloseTo(expected, 4);
      }
    }
  });

  it("tells nothing of flat pictures or without cells, and is empty of none", () => {
    const blank = drawCells(tilted, picturesOf(flat).slice(0, 2), tilted.toReference);
    expect([...agreementMatrix(blank, blank, cellsOf(tilted), 1)]).toEqual(Array(4).fill(Number.NaN));
    expect([...agreementMatrix(blank, blank, [], 1)]).toEqual(Array(4).fill(Number.NaN));
    expect(agreementMatrix([], blank, cellsOf(tilted), 1)).toHaveLength(0);
    expect(agreementMatrix(blank, [], cellsOf(tilted), 1)).toHaveLength(0);
  });
});
