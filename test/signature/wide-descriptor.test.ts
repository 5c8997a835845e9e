import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESCRIPTOR_LENGTH } from "../../src/signature/dct.js";
import { DIHEDRALS, turnDescriptor } from "../../src/signature/dihedral.js";
import { cosine } from "../../src/signature/key-samples.js";
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
        expect(found).toHaveLength(2 * pairs.length);
        for (const [place, cosines] of pairs.entries()) {
          const most = Math.max(...cosines);
          expect(found[2 * place]! / WIDE_COSINE).toBeCloseTo(most, 3);
          expect(cosines[found[2 * place + 1]!]).toBeCloseTo(most, 3);
        }
      }),
    );
  });

  it("is the first of equals", () => {
    const one = new Float32Array(DESCRIPTOR_LENGTH).fill(1 / Math.sqrt(DESCRIPTOR_LENGTH));
    expect(nearestInGroups(widen([one, one]), [{ size: 2, turns: 1 }], widen([one]))[1]).toBe(0);
  });

  it("fit in more memory than there was", () => {
    const one = new Float32Array(DESCRIPTOR_LENGTH).fill(1 / Math.sqrt(DESCRIPTOR_LENGTH));
    const many = Array.from({ length: 20_000 }, () => one);
    const found = nearestInGroups(
      widen(many),
      [
        { size: 19_999, turns: 1 },
        { size: 1, turns: 1 },
      ],
      widen([one]),
    );
    expect(
      [...found].map((value, at) => (at % 2 === 0 ? Math.round((100 * value) / WIDE_COSINE) : value)),
    ).toEqual([100, 0, 100, 0]);
  });
});
