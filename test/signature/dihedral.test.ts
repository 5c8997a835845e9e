import { describe, expect, it } from "vitest";
import { VIEW_SIDE } from "../../src/signature/dct.js";
import { DIHEDRALS, type Dihedral, turnDescriptor } from "../../src/signature/dihedral.js";
import { noise } from "../synthetic/noise.js";
import { describeView } from "./plain-description.js";

const MIDDLE = (VIEW_SIDE - 1) / 2;

/** Nothing in it is symmetric, so that no wrong turn passes. */
const view = Float32Array.from({ length: VIEW_SIDE ** 2 }, (_, at) => 255 * noise(5, at));

function turnView(values: Float32Array, { a, b, d, e }: Dihedral): Float32Array {
  return values.map((_, at) => {
    const x = (at % VIEW_SIDE) - MIDDLE;
    const y = Math.floor(at / VIEW_SIDE) - MIDDLE;
    return values[(d * x + e * y + MIDDLE) * VIEW_SIDE + a * x + b * y + MIDDLE]!;
  });
}

describe("turnDescriptor", () => {
  it.each(DIHEDRALS)("describes the view laid on itself by %j", (turn) => {
    const expected = describeView(turnView(view, turn))!;
    const turned = turnDescriptor(describeView(view)!, turn);
    for (const [k, value] of turned.entries()) expect(value).toBeCloseTo(expected[k]!, 3);
  });

  it("knows all eight ways, each once", () => {
    const descriptors = DIHEDRALS.map((turn) => turnDescriptor(describeView(view)!, turn).join());
    expect(new Set(descriptors).size).toBe(8);
  });
});
