import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH } from "../../src/signature/dct.js";
import { DIHEDRALS, turnDescriptor } from "../../src/signature/dihedral.js";
import {
  lengthen,
  SHORT_BYTES,
  shortDistance,
  shorten,
  TURNS_AFTER,
  turnShort,
  writeCode,
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
        const long = lengthen(shorten(p));
        expect(Math.max(...p.map((value, k) => Math.abs(value - long[k]!)))).toBeLessThan(0.005);
        expect(long[DESCRIPTOR_LENGTH]).toBe(0);
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

  it("have a bit for each sign and one for each strong value", () => {
    const short = new Int8Array(2 * SHORT_BYTES);
    short[SHORT_BYTES] = 5;
    short[SHORT_BYTES + 1] = -11;
    short[SHORT_BYTES + 2] = -10;
    short[SHORT_BYTES + 31] = 1;
    short[SHORT_BYTES + 33] = 127;
    const codes = new Uint32Array(6);
    writeCode(short, SHORT_BYTES, codes, 1);
    expect([...codes]).toEqual([0, 0x8000_0001, 2, 2, 2, 0]);
  });
});
