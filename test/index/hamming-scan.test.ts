import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CodeEntry, HammingScan } from "../../src/index/hamming/hamming-scan.js";

const code = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** The same question in plain JavaScript, bit by bit. */
function plainSearch(entries: readonly CodeEntry[], queries: readonly Uint8Array[], radius: number) {
  const least = new Map<number, number>();
  for (const query of queries) {
    for (const { id, code } of entries) {
      let distance = 0;
      for (let i = 0; i < 32; i++) {
        for (let bits = query[i]! ^ code[i]!; bits > 0; bits >>= 1) distance += bits & 1;
      }
      if (distance <= radius) least.set(id, Math.min(distance, least.get(id) ?? 256));
    }
  }
  return [...least]
    .map(([id, distance]) => ({ id, distance }))
    .sort((a, b) => a.distance - b.distance || a.id - b.id);
}

describe("HammingScan", () => {
  it("finds what plain JavaScript finds", async () => {
    const entry = fc.record({ id: fc.nat(20), code });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry),
        fc.array(code, { maxLength: 3 }),
        fc.nat(256),
        async (entries, queries, radius) => {
          const scan = new HammingScan();
          scan.add(entries);
          // A query that is a bit away from a stored code: random ones alone would all be about 128 away.
          const near = entries[0]
            ? [Uint8Array.from(entries[0].code, (byte, i) => (i === 3 ? byte ^ 5 : byte))]
            : [];
          const all = [...queries, ...near];
          expect(await scan.search(all, radius)).toEqual(plainSearch(entries, all, radius));
        },
      ),
    );
  });

  it("counts all 256 bits, up to and including the radius", async () => {
    const scan = new HammingScan();
    scan.add([{ id: 7, code: new Uint8Array(32).fill(0xff) }]);
    expect(await scan.search([new Uint8Array(32)], 256)).toEqual([{ id: 7, distance: 256 }]);
    expect(await scan.search([new Uint8Array(32)], 255)).toEqual([]);
  });

  it("keeps order and memory over several blocks, growth and removals", async () => {
    const scan = new HammingScan();
    const codeOf = (id: number) =>
      new Uint8Array(new Uint32Array(8).fill(Math.imul(id + 1, 2_654_435_761)).buffer);
    const count = 150_000;
    for (let first = 0; first < count; first += 10_000) {
      scan.add(Array.from({ length: 10_000 }, (_, i) => ({ id: first + i, code: codeOf(first + i) })));
    }
    scan.remove(Array.from({ length: count / 2 }, (_, i) => 2 * i));
    expect(scan.size).toBe(count / 2);
    for (const id of [1, 65_537, 131_073, 149_999])
      expect((await scan.search([codeOf(id)], 0)).map((hit) => hit.id)).toContain(id);
    expect(await scan.search([codeOf(100_000)], 0)).toEqual([]);
    scan.add([{ id: 7_000_000, code: codeOf(100_000) }]);
    expect(scan.size).toBe(count / 2 + 1);
    expect(await scan.search([codeOf(100_000)], 0)).toEqual([{ id: 7_000_000, distance: 0 }]);
  });

  it("refuses codes of another length and adds none of their batch", () => {
    const scan = new HammingScan();
    const batch = [
      { id: 1, code: new Uint8Array(32) },
      { id: 2, code: new Uint8Array(31) },
    ];
    expect(() => scan.add(batch)).toThrow(expect.objectContaining({ code: "VECTOR_INVALID" }));
    expect(scan.size).toBe(0);
  });
});
