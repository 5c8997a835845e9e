import { describe, expect, it } from "vitest";
import { ExactNeighbours } from "../../src/index/exact-neighbours.js";
import { HnswNeighbours } from "../../src/index/hnsw/hnsw-neighbours.js";
import { type NearestNeighbours, type Neighbour, POSTING_LIMIT } from "../../src/index/nearest-neighbours.js";
import { near, unitVectors } from "./unit-vectors.js";

const DIMENSION = 16;

const backEnds: Record<string, () => Promise<NearestNeighbours>> = {
  exact: async () => new ExactNeighbours(DIMENSION),
  hnsw: () => HnswNeighbours.create(DIMENSION, { segmentVectors: 1000 }),
};

describe.each(Object.entries(backEnds))("NearestNeighbours, %s", (_, open) => {
  it("finds nothing in an empty index", async () => {
    await using index = await open();
    expect(await index.search(unitVectors(2, DIMENSION), { k: 5 })).toEqual([[], []]);
    expect(await index.size()).toEqual({ creatives: 0, vectors: 0, deleted: 0 });
  });

  it("answers every query of a batch, nearest first", async () => {
    await using index = await open();
    const vectors = unitVectors(50, DIMENSION);
    await index.add(vectors.map((vector, id) => ({ id, vector })));
    const answers = await index.search(vectors, { k: 3 });
    answers.forEach((answer, id) => {
      expect(answer[0]).toEqual({ id, squaredDistance: 0 });
      expect(answer.map((hit) => hit.squaredDistance)).toEqual(
        answer.map((hit) => hit.squaredDistance).sort((a, b) => a - b),
      );
    });
  });

  it("keeps to the radius, inclusive", async () => {
    await using index = await open();
    const [vector] = unitVectors(1, DIMENSION) as [Float32Array];
    await index.add([{ id: 1, vector: vector.map((component) => -component) }]);
    const opposite = (await index.search([vector], { k: 1 }))[0]?.[0] as Neighbour;
    expect(opposite.squaredDistance).toBeCloseTo(4, 5);
    expect(await index.search([vector], { k: 1, radius: opposite.squaredDistance })).toHaveLength(1);
    expect(await index.search([vector], { k: 1, radius: 3.9 })).toEqual([[]]);
  });

  it("names each creative once, with its nearest vector, ties by id", async () => {
    await using index = await open();
    const [vector, other] = unitVectors(2, DIMENSION) as [Float32Array, Float32Array];
    await index.add([
      { id: 9, vector },
      { id: 4, vector },
      { id: 4, vector: near(vector, 0.1, 3) },
      { id: 6, vector: other },
    ]);
    const [answer] = await index.search([vector], { k: 10, radius: 0.5 });
    expect(answer).toEqual([
      { id: 4, squaredDistance: 0 },
      { id: 9, squaredDistance: 0 },
    ]);
    expect(await index.size()).toEqual({ creatives: 3, vectors: 3, deleted: 0 });
  });

  it("yields the lowest ids of a vector that very many creatives share", async () => {
    await using index = await open();
    const [vector] = unitVectors(1, DIMENSION) as [Float32Array];
    await index.add(Array.from({ length: POSTING_LIMIT + 10 }, (_, i) => ({ id: 1000 - i, vector })));
    const [answer] = await index.search([vector], { k: 1 });
    const lowest = 1000 - (POSTING_LIMIT + 10) + 1;
    expect(answer?.map((hit) => hit.id)).toEqual(Array.from({ length: POSTING_LIMIT }, (_, i) => lowest + i));
  });

  it("forgets removed creatives, and only them", async () => {
    await using index = await open();
    const vectors = unitVectors(40, DIMENSION);
    await index.add(vectors.map((vector, id) => ({ id, vector })));
    const shared = vectors[0] as Float32Array;
    await index.add([{ id: 100, vector: shared }]);
    await index.remove([0, 5, 12_345]);
    expect(await index.ids()).toEqual([
      ...Array.from({ length: 39 }, (_, i) => i + 1).filter((id) => id !== 5),
      100,
    ]);
    const [first, second] = await index.search([shared, vectors[5] as Float32Array], { k: 40 });
    expect(first?.[0]).toEqual({ id: 100, squaredDistance: 0 });
    expect(second?.map((hit) => hit.id)).not.toContain(5);
    await index.add([{ id: 5, vector: vectors[5] as Float32Array }]);
    expect((await index.search([vectors[5] as Float32Array], { k: 1 }))[0]?.[0]?.id).toBe(5);
  });

  it("refuses a bad vector or id with nothing of its batch added", async () => {
    await using index = await open();
    const [good] = unitVectors(1, DIMENSION) as [Float32Array];
    const refused = expect.objectContaining({ code: "VECTOR_INVALID" });
    for (const id of [-1, 1.5, 2 ** 32, Number.NaN]) {
      await expect(
        index.add([
          { id: 1, vector: good },
          { id, vector: good },
        ]),
      ).rejects.toEqual(refused);
    }
    await expect(
      index.add([
        { id: 1, vector: good },
        { id: 2, vector: good.subarray(1) },
      ]),
    ).rejects.toEqual(refused);
    await expect(index.search([good.map(() => Number.NaN)], { k: 1 })).rejects.toEqual(refused);
    expect(await index.size()).toEqual({ creatives: 0, vectors: 0, deleted: 0 });
  });
});

describe("HNSW against its oracle", () => {
  it("finds the near duplicates exact search finds, over several segments and after deletions", async () => {
    const dimension = 64;
    const stored = unitVectors(3000, dimension, 5);
    await using exact = new ExactNeighbours(dimension);
    // Segments of the least size: the vectors spread over three of them.
    await using hnsw = await HnswNeighbours.create(dimension, { segmentVectors: 1000 });
    const entries = stored.map((vector, i) => ({ id: Math.floor(i / 4), vector }));
    const removed = Array.from({ length: 200 }, (_, i) => i * 3);
    const queries = stored.filter((_, i) => i % 15 === 0).map((vector, i) => near(vector, 0.8, i + 1));
    for (const index of [exact, hnsw]) {
      await index.add(entries);
      await index.remove(removed);
    }
    const options = { k: 20, radius: 0.7 };
    const expected = await exact.search(queries, options);
    const found = await hnsw.search(queries, options);
    const count = (answers: { id: number }[][]) => answers.reduce((sum, answer) => sum + answer.length, 0);
    expect(count(expected)).toBeGreaterThan(100);
    const missed = expected.flatMap((answer, i) =>
      answer.filter(({ id }) => !found[i]?.some((hit) => hit.id === id)),
    );
    expect(missed.length / count(expected)).toBeLessThanOrEqual(0.005);
  });
});
