import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { CellCentres } from "../../src/index/cells/cell-centres.js";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import { hnswSettings } from "../../src/index/hnsw/hnsw-settings.js";
import { loadHnswlib } from "../../src/index/hnsw/native-module.js";
import { SHORT_BYTES, shortDistance } from "../../src/signature/short-descriptor.js";
import { madeUpCreatives } from "./made-up-creatives.js";

describe("traps of hnswlib-node (src/index/hnsw/TRAPS.md)", () => {
  it("1, 5, 6: finds the nearest of many centres, over several graphs", () => {
    const settings = hnswSettings({ efSearch: 200, segmentVectors: 1000 });
    const centres = new CellCentres(loadHnswlib(), settings);
    const views = madeUpCreatives(300).map(({ moments }) => moments.subarray(0, SHORT_BYTES));
    for (const view of views) centres.add(view, 0);
    for (const [place, view] of views.entries()) expect(centres.nearest(view, 0, 1)).toEqual([place * 8]);
    const [asked] = madeUpCreatives(1, 5000).map(({ moments }) => moments.subarray(0, SHORT_BYTES));
    const nearest = centres.nearest(asked!, 0, 40).filter((cell) => cell % 8 === 0);
    const exact = views
      .map((view, place) => ({ cell: place * 8, distance: shortDistance(asked!, 0, view, 0) }))
      .sort((p, q) => p.distance - q.distance);
    expect(nearest).toEqual(exact.slice(0, nearest.length).map(({ cell }) => cell));
    expect(nearest.length).toBeGreaterThan(1);
  });

  it("4: asks for no more centres than there are", () => {
    const centres = new CellCentres(loadHnswlib(), hnswSettings());
    const [creative] = madeUpCreatives(1);
    expect(centres.nearest(creative!.moments, 0, 16)).toEqual([]);
    centres.add(creative!.moments, 0);
    expect(centres.nearest(creative!.moments, 0, 16)).toHaveLength(8);
  });

  it("7: says how to build the native part when it is missing", () => {
    const missing = () => {
      throw new Error("Could not locate the bindings file. Tried:\n a long list");
    };
    expect(() => loadHnswlib(missing)).toThrow(
      expect.objectContaining({
        code: "INDEX_UNAVAILABLE",
        remedy: expect.stringContaining("npm rebuild hnswlib-node"),
      }),
    );
  });

  it("8: rejects every call once its thread is gone", async () => {
    const index = await CellIndex.create();
    const underWay = expect(index.add(madeUpCreatives(400))).rejects.toMatchObject({ code: "INDEX_CRASHED" });
    await index.close();
    await underWay;
    await expect(index.size()).rejects.toMatchObject({ code: "INDEX_CRASHED" });
    await index.close();
  });

  it("9: closes in the middle of native calls without taking the process with it", async () => {
    for (let round = 0; round < 8; round++) {
      const index = await CellIndex.create();
      const underWay = expect(index.add(madeUpCreatives(600))).rejects.toMatchObject({
        code: "INDEX_CRASHED",
      });
      // A little later each time: while the creatives travel, while the first cells are made, while they are divided.
      await delay(round * 3);
      await index.close();
      await underWay;
    }
  });
});
