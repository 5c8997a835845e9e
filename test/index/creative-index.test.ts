import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import type { CreativeIndex, IndexedCreative } from "../../src/index/creative-index.js";
import { ExactIndex } from "../../src/index/exact-index.js";
import { MOMENT_BYTES } from "../../src/signature/descriptors.js";
import { DIHEDRALS } from "../../src/signature/dihedral.js";
import { SHORT_BYTES, turnShort } from "../../src/signature/short-descriptor.js";
import { madeUpCreative, madeUpCreatives, viewsOf } from "./made-up-creatives.js";

const backEnds: Record<string, () => Promise<CreativeIndex>> = {
  exact: async () => new ExactIndex(),
  cells: () => CellIndex.create(),
};

describe.each(Object.entries(backEnds))("CreativeIndex, %s", (_, open) => {
  it("finds nothing in an empty index", async () => {
    await using index = await open();
    expect(await index.search(viewsOf(madeUpCreative(1)), 5)).toEqual([]);
    expect(await index.size()).toEqual({ creatives: 0, views: 0 });
  });

  it("finds a creative at distance 0, and others further off", async () => {
    await using index = await open();
    await index.add(madeUpCreatives(50));
    const found = await index.search(viewsOf(madeUpCreative(7), 0, 4), 50);
    expect(found[0]).toEqual({ id: 7, squaredDistance: 0 });
    expect(found).toHaveLength(50);
    const distances = found.map(({ squaredDistance }) => squaredDistance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances[1]).toBeGreaterThan(0.3);
  });

  it("keeps to the radius and to the limit, ties by id", async () => {
    await using index = await open();
    const { moments } = madeUpCreative(1);
    await index.add([9, 4, 6].map((id) => ({ id, moments })));
    await index.add(madeUpCreatives(20, 100));
    const found = await index.search(viewsOf(madeUpCreative(1), 0, 0.1), 10);
    expect(found.map(({ id }) => id)).toEqual([4, 6, 9]);
    expect((await index.search(viewsOf(madeUpCreative(1)), 2)).map(({ id }) => id)).toEqual([4, 6]);
  });

  it("prefers the creative that agrees at every moment to one that does at one", async () => {
    await using index = await open();
    const whole = madeUpCreative(1, 4);
    const half = { id: 0, moments: Int8Array.from(madeUpCreative(2, 4).moments) };
    half.moments.set(whole.moments.subarray(0, MOMENT_BYTES));
    await index.add([half, whole]);
    const [first, second] = await index.search(viewsOf(whole), 2);
    expect([first?.id, second?.id]).toEqual([1, 0]);
    expect(second!.squaredDistance).toBeGreaterThan(0.3);
  });

  it("forgets removed creatives, and only them, and uses their room again", async () => {
    await using index = await open();
    await index.add(madeUpCreatives(40));
    await index.remove([0, 5, 12_345]);
    expect(await index.ids()).toEqual(
      Array.from({ length: 40 }, (__, i) => i).filter((id) => id !== 0 && id !== 5),
    );
    expect((await index.search(viewsOf(madeUpCreative(5)), 5)).map(({ id }) => id)).not.toContain(5);
    await index.add([madeUpCreative(5, 1), madeUpCreative(50, 3)]);
    expect((await index.search(viewsOf(madeUpCreative(5, 1)), 1))[0]?.id).toBe(5);
    expect((await index.search(viewsOf(madeUpCreative(50, 3)), 1))[0]).toEqual({
      id: 50,
      squaredDistance: 0,
    });
    expect(await index.size()).toEqual({ creatives: 40, views: 38 * 6 + 3 + 9 });
  });

  it("replaces a creative that is there already", async () => {
    await using index = await open();
    await index.add([madeUpCreative(1)]);
    await index.add([{ id: 1, moments: madeUpCreative(2).moments }]);
    expect(await index.search(viewsOf(madeUpCreative(1)), 1)).toEqual([]);
    expect((await index.search(viewsOf(madeUpCreative(2)), 1))[0]?.id).toBe(1);
  });

  it("refuses what it cannot hold or look for, with nothing of a batch added", async () => {
    await using index = await open();
    const good = madeUpCreative(1);
    const refused = { code: "VECTOR_INVALID" };
    const bad: unknown[] = [
      ...[-1, 1.5, 2 ** 32, Number.NaN].map((id) => ({ ...good, id })),
      { id: 2, moments: good.moments.subarray(1) },
      { id: 2, moments: Array.from(good.moments) },
    ];
    for (const creative of bad as IndexedCreative[])
      await expect(index.add([good, creative])).rejects.toMatchObject(refused);
    expect(await index.size()).toEqual({ creatives: 0, views: 0 });
    const [view] = viewsOf(good);
    for (const wrong of [
      { short: new Int8Array(SHORT_BYTES) },
      { short: new Int8Array(3) },
      { turns: 9 },
      { radius: Number.NaN },
    ])
      await expect(index.search([{ ...view!, ...wrong }], 1)).rejects.toMatchObject(refused);
    const tooMany = Array.from({ length: 300 }, () => ({ ...view!, turns: 8 }));
    await expect(index.search(tooMany, 1)).rejects.toMatchObject(refused);
    for (const limit of [0, Number.NaN, "2" as unknown as number])
      await expect(index.search([view!], limit)).rejects.toMatchObject({ code: "SETTING_INVALID" });
  });
});

describe("cells against exact search", () => {
  it("find the same while they are few, whatever is added and removed", async () => {
    const step = fc.record({ id: fc.nat(30), moments: fc.integer({ min: 0, max: 4 }), remove: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(30), async (steps, asked) => {
        await using exact = new ExactIndex();
        await using cells = await CellIndex.create();
        for (const index of [exact, cells]) {
          for (const { id, moments, remove } of steps)
            await (remove ? index.remove([id]) : index.add([madeUpCreative(id, moments)]));
        }
        const views = viewsOf(madeUpCreative(asked), 1, 1.6);
        expect(await cells.search(views, 20)).toEqual(await exact.search(views, 20));
        expect([await cells.ids(), await cells.size()]).toEqual([await exact.ids(), await exact.size()]);
      }),
      { numRuns: 12 },
    );
  });

  it("find near creatives in every orientation after many divisions and removals", async () => {
    await using cells = await CellIndex.create();
    const count = 2_500;
    // 15,000 views: cells of 1,024 are divided a dozen times.
    await cells.add(madeUpCreatives(count));
    await cells.remove(Array.from({ length: 200 }, (_, i) => i * 3));
    let missed = 0;
    for (let id = 601; id < 701; id++) {
      const turn = id % DIHEDRALS.length;
      const asked = viewsOf(madeUpCreative(id), 1.2).map((view) => {
        const short = new Int8Array(SHORT_BYTES);
        turnShort(view.short, 0, turn, short, 0);
        return { ...view, short, turns: DIHEDRALS.length };
      });
      if ((await cells.search(asked, 3))[0]?.id !== id) missed++;
    }
    expect(missed).toBeLessThanOrEqual(1);
  });
});
