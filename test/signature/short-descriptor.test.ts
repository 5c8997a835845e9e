import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH } from "../../src/signature/dct.js";
import { DIHEDRALS, turnDescriptor } from "../../src/signature/dihedral.js";
import {
  lengthen,
  SHORT_BYTES,
  shortDistance,
  shorten,
  signsOf,
  TURNS_AFTER,
  turnShort,
} from "../../src/signature/short-descriptor.js";

const descriptor = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: DESCRIPTOR_LENGTH,
    maxLength: DESCRIPTOR_LENGTH,
  })
  .map((values) => {
    const length = Math.hypot(...values) || 1;
    return Float32Array.from(values, (value) => value / length);
  });
const turn = fc.nat(DIHEDRALS.length - 1);

function turnedShort(short: Int8Array, by: number): Int8Array {
  const turned = new Int8Array(SHORT_BYTES);
  turnShort(short, 0, by, turned, 0);
  return turned;
}

describe("short descriptors", () => {
  it("keep distances to a hundredth or two", () => {
    fc.assert(
      fc.property(descriptor, descriptor, (p, q) => {
        const exact = p.reduce((sum, value, k) => sum + (value - q[k]!) ** 2, 0);
        expect(Math.abs(shortDistance(shorten(p), 0, shorten(q), 0) - exact)).toBeLessThan(0.06);
        expect(shortDistance(shorten(p), 0, shorten(p), 0)).toBe(0);
        expect(Math.max(...lengthen(shorten(p)).map((value, k) => Math.abs(value - p[k]!)))).toBeLessThan(
          0.005,
        );
      }),
    );
  });

  it("turn as descriptors do", () => {
    fc.assert(
      fc.property(descriptor, turn, (values, by) => {
        const exact = shorten(turnDescriptor(values, DIHEDRALS[by]!));
        // Halves are rounded up on either side of 0.
        expect(shortDistance(turnedShort(shorten(values), by), 0, exact, 0)).toBeLessThan(0.005);
      }),
    );
  });

  it("know what two turns are together", () => {
    const short = Int8Array.from({ length: SHORT_BYTES }, (_, k) => (k < DESCRIPTOR_LENGTH ? k + 1 : 0));
    for (const a of DIHEDRALS.keys()) {
      for (const b of DIHEDRALS.keys())
        expect(turnedShort(turnedShort(short, b), a)).toEqual(turnedShort(short, TURNS_AFTER[a]![b]!));
    }
  });

  it("have a bit for each sign", () => {
    const short = new Int8Array(2 * SHORT_BYTES);
    short[SHORT_BYTES] = 5;
    short[SHORT_BYTES + 1] = -5;
    short[SHORT_BYTES + 31] = 1;
    short[SHORT_BYTES + 33] = 1;
    expect(signsOf(short, SHORT_BYTES)).toEqual([0x8000_0001, 2]);
  });
});
