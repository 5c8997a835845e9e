import { describe, expect, it } from "vitest";
import { seededRandom } from "../../samples/random.js";
import { CellAsks } from "../../src/index/cells/cell-asks.js";
import { CellCodes } from "../../src/index/cells/cell-codes.js";
import { CODE_WORDS, SHORT_BYTES, writeCode } from "../../src/signature/short-descriptor.js";

const random = seededRandom("codes");
const VIEWS = 700;
/** Views of which many are near the first. */
const shorts = Int8Array.from({ length: VIEWS * SHORT_BYTES }, () => random.integer(-20, 20));
for (let view = 1; view < VIEWS; view += 2) {
  for (let k = 0; k < SHORT_BYTES; k++)
    if (random.number(0, 1) < 0.8) shorts[view * SHORT_BYTES + k] = shorts[k]!;
}

const written = new Uint32Array(VIEWS * CODE_WORDS);
for (let view = 0; view < VIEWS; view++) writeCode(shorts, view * SHORT_BYTES, written, view * CODE_WORDS);

/** Signs that differ, and what they weigh, counted value by value. */
function difference(p: number, q: number): { readonly bits: number; readonly weight: number } {
  let [bits, weight] = [0, 0];
  for (let k = 0; k < SHORT_BYTES; k++) {
    const [a, b] = [shorts[p * SHORT_BYTES + k]!, shorts[q * SHORT_BYTES + k]!];
    if (a > 0 === b > 0) continue;
    const strong = [a, b].filter((value) => Math.abs(value) > 10).length;
    bits++;
    weight += [1, 3, 6][strong]!;
  }
  return { bits, weight };
}

describe("codes of a cell", () => {
  it.each([
    { bits: 20, weight: 46 },
    { bits: 12, weight: 378 },
    { bits: 63, weight: 25 },
    { bits: 63, weight: 378 },
  ])("give what differs in at most $bits signs of weight $weight, removed ones left out", (bounds) => {
    const codes = new CellCodes();
    for (const _ of [0, 1]) codes.addCell();
    for (let label = 0; label < VIEWS; label++)
      codes.add(label % 3 === 0 ? 0 : 1, label, written, label * CODE_WORDS);
    for (let label = 0; label < VIEWS; label += 7) codes.remove(label);
    const asked = Array.from({ length: 100 }, (_, place) => place);
    codes.ask(shorts.subarray(0, asked.length * SHORT_BYTES));
    const found: string[] = [];
    codes.scan(1, asked, bounds, (place, label) => found.push(`${place} ${label}`));
    const held = Array.from({ length: VIEWS }, (_, label) => label).filter(
      (label) => label % 3 > 0 && label % 7 > 0,
    );
    const expected = asked.flatMap((place) =>
      held.flatMap((label) => {
        const { bits, weight } = difference(place, label);
        return bits <= bounds.bits && weight <= bounds.weight ? [`${place} ${label}`] : [];
      }),
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(found.length).toBeGreaterThan(90);
  });
});

describe("asks by cell", () => {
  it("are told once a cell, all of them, and forgotten", () => {
    const asks = new CellAsks();
    for (const round of [5_000, 7]) {
      const expected = new Map<number, number[]>();
      for (let ask = 0; ask < round; ask++) {
        const [cell, place] = [random.integer(0, 3_000), random.integer(0, 767)];
        asks.note(cell, place);
        expected.set(cell, [place, ...(expected.get(cell) ?? [])]);
      }
      const told = new Map<number, number[]>();
      asks.take((cell, places) => {
        expect(told.has(cell)).toBe(false);
        told.set(cell, [...places]);
      });
      expect(told).toEqual(expected);
    }
  });
});
