import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH } from "../../src/signature/dct.js";
import { DIHEDRALS, turnDescriptor } from "../../src/signature/dihedral.js";
import { cosine } from "../../src/signature/key-samples.js";
import { MOST_ASKED, placeOf, productOf } from "../../src/signature/nearest-kernel.js";
import { nearestInGroups, WIDE_COSINE, widen } from "../../src/signature/wide-descriptor.js";

const descriptor = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: DESCRIPTOR_LENGTH,
    maxLength: DESCRIPTOR_LENGTH,
  })
  .filter((values) => values.some((value) => Math.abs(value) > 0.01))
  .map((values) => {
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  });

/** In how many orientations each group is asked. */
const TURNS = [2, 8, 1, 4];

const group = fc.array(descriptor, { minLength: 1, maxLength: 5 });

describe("the nearest of wide descriptors", () => {
  it("are those with the highest cosine, group by group, turn by turn", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), group, (groups, held) => {
        const found = nearestInGroups(
          widen(groups.flat()),
          groups.map(({ length }, at) => ({ size: length, turns: TURNS[at]! })),
          widen(held),
        );
        const pairs = groups.flatMap((asked, at) =>
          DIHEDRALS.slice(0, TURNS[at]).flatMap((turn) =>
            held.map((other) => asked.map((each) => cosine(turnDescriptor(each, turn), other))),
          ),
        );
        expect(found).toHaveLength(pairs.length);
        for (const [place, cosines] of pairs.entries()) {
          const most = Math.max(...cosines);
          if (most <= 0.001) continue;
          expect(productOf(found[place]!) / WIDE_COSINE).toBeCloseTo(most, 3);
          expect(cosines[placeOf(found[place]!)]).toBeCloseTo(most, 3);
        }
      }),
    );
  });

  it("is the first of equals, in a group as large as may be", () => {
    const one = new Float32Array(DESCRIPTOR_LENGTH).fill(1 / Math.sqrt(DESCRIPTOR_LENGTH));
    const asked = Array.from({ length: MOST_ASKED }, (_, place) => (place < 61 ? one.map(() => 0) : one));
    const [found] = nearestInGroups(widen(asked), [{ size: MOST_ASKED, turns: 1 }], widen([one]));
    expect([placeOf(found!), Math.round((100 * productOf(found!)) / WIDE_COSINE)]).toEqual([61, 100]);
  });

  it("fit in more memory than there was", () => {
    const one = new Float32Array(DESCRIPTOR_LENGTH).fill(1 / Math.sqrt(DESCRIPTOR_LENGTH));
    const groups = Array.from({ length: 5_000 }, () => ({ size: 3, turns: 1 }));
    const found = nearestInGroups(widen(groups.flatMap(() => [one, one, one])), groups, widen([one, one]));
    expect(found).toHaveLength(10_000);
    expect(
      new Set([...found].map((each) => [placeOf(each), Math.round(productOf(each) / WIDE_COSINE)].join())),
    ).toEqual(new Set(["0,1"]));
  });

  it("are none of nothing", () => {
    expect(nearestInGroups(new Int16Array(), [], new Int16Array())).toHaveLength(0);
  });
});
