import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { HnswNeighbours } from "../../src/index/hnsw/hnsw-neighbours.js";
import { loadHnswlib } from "../../src/index/hnsw/native-module.js";
import { temporaryFolder } from "../temporary-folder.js";
import { unitVectors } from "./unit-vectors.js";

const OWNER = { owner: "test", descriptorVersion: 1 };

const entriesOf = (vectors: readonly Float32Array[]) => vectors.map((vector, id) => ({ id, vector }));

describe("traps of hnswlib-node (src/index/hnsw/TRAPS.md)", () => {
  it("1, 6: answers the same after a load", async () => {
    await using folder = await temporaryFolder();
    const vectors = unitVectors(3000, 48);
    const queries = unitVectors(50, 48, 2);
    await using index = await HnswNeighbours.create(48, { efSearch: 200 });
    await index.add(entriesOf(vectors));
    const before = await index.search(queries, { k: 8 });
    await index.save(folder.path, OWNER);
    const { index: again } = await HnswNeighbours.load(folder.path, 48, OWNER, { efSearch: 200 });
    await using loaded = again;
    expect(await loaded.search(queries, { k: 8 })).toEqual(before);
  });

  it("2, 7: refuses zero, non-finite, short and untyped vectors before they reach the native code", async () => {
    await using index = await HnswNeighbours.create(4);
    const bad: unknown[] = [
      new Float32Array(4),
      Float32Array.of(1, 0, 0, Number.NaN),
      Float32Array.of(Number.POSITIVE_INFINITY, 0, 0, 0),
      Float32Array.of(1, 0, 0),
      Float32Array.of(0.1, 0, 0, 0),
      [1, 0, 0, 0],
      ["1", 0, 0, 0],
      undefined,
    ];
    for (const vector of bad as Float32Array[]) {
      await expect(index.add([{ id: 1, vector }])).rejects.toMatchObject({ code: "VECTOR_INVALID" });
      await expect(index.search([vector], { k: 1 })).rejects.toMatchObject({ code: "VECTOR_INVALID" });
    }
    const query = Float32Array.of(1, 0, 0, 0);
    for (const options of [
      { k: 0 },
      { k: Number.NaN },
      { k: 1, radius: Number.NaN },
      { k: "2" as unknown as number },
    ]) {
      await expect(index.search([query], options)).rejects.toMatchObject({ code: "SETTING_INVALID" });
    }
  });

  it("3: keeps copies of a vector once, and finds its neighbours among them", async () => {
    await using index = await HnswNeighbours.create(16);
    const [copied, ...others] = unitVectors(200, 16) as [Float32Array, ...Float32Array[]];
    await index.add(Array.from({ length: 3000 }, (_, id) => ({ id, vector: copied })));
    await index.add(others.map((vector, i) => ({ id: 10_000 + i, vector })));
    expect(await index.size()).toMatchObject({ creatives: 3199, vectors: 200 });
    const answers = await index.search(others, { k: 1 });
    expect(answers.map((answer) => answer[0]?.id)).toEqual(others.map((_, i) => 10_000 + i));
  });

  it("4: takes ids up to 2^32 - 2, which are not the labels", async () => {
    await using index = await HnswNeighbours.create(16);
    const vectors = unitVectors(3, 16);
    await index.add(vectors.map((vector, i) => ({ id: 2 ** 32 - 2 - i, vector })));
    expect((await index.search(vectors, { k: 1 })).flat().map(({ id }) => id)).toEqual([
      2 ** 32 - 2,
      2 ** 32 - 3,
      2 ** 32 - 4,
    ]);
  });

  it("5, 8, 19: rebuilds a segment when 40 % of it is deleted, and loses nothing", async () => {
    await using index = await HnswNeighbours.create(16);
    const vectors = unitVectors(1000, 16);
    await index.add(entriesOf(vectors));
    await index.remove(Array.from({ length: 399 }, (_, id) => id));
    expect(await index.size()).toEqual({ creatives: 601, vectors: 601, deleted: 399 });
    await index.remove([399]);
    expect(await index.size()).toEqual({ creatives: 600, vectors: 600, deleted: 0 });
    const answers = await index.search(vectors, { k: 5000 });
    expect(answers.slice(400).map((answer) => answer[0])).toEqual(
      vectors.slice(400).map((_, i) => ({ id: 400 + i, squaredDistance: 0 })),
    );
    expect(answers.every((answer) => answer.every(({ id }) => id >= 400))).toBe(true);
    await index.add([{ id: 7, vector: vectors[7] as Float32Array }]);
    expect((await index.search([vectors[7] as Float32Array], { k: 1 }))[0]).toEqual([
      { id: 7, squaredDistance: 0 },
    ]);
  });

  it("17: says how to build the native part when it is missing", () => {
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

  it("20: rejects every call once its thread is gone", async () => {
    const index = await HnswNeighbours.create(16);
    const underWay = expect(index.add(entriesOf(unitVectors(2000, 16)))).rejects.toMatchObject({
      code: "INDEX_CRASHED",
    });
    await index.close();
    await underWay;
    await expect(index.size()).rejects.toMatchObject({ code: "INDEX_CRASHED" });
    await index.close();
  });

  it("21: closes in the middle of native calls without taking the process with it", async () => {
    for (let round = 0; round < 8; round++) {
      const index = await HnswNeighbours.create(16);
      const underWay = expect(index.add(entriesOf(unitVectors(3000, 16)))).rejects.toMatchObject({
        code: "INDEX_CRASHED",
      });
      // A little later each time: while the vectors travel, while the graph is made, while it grows.
      await delay(round * 3);
      await index.close();
      await underWay;
    }
  });
});
