import { describe, expect, it } from "vitest";
import { ExactIndex } from "../../src/index/exact-index.js";
import { candidateQuery, storedEvidence } from "../../src/matching/candidate-evidence.js";
import { CandidateIndex, NEAR_DISTANCE, worthComparing } from "../../src/matching/candidate-index.js";
import { SCENE_DISTANCE } from "../../src/signature/descriptors.js";
import { syntheticFingerprint } from "./synthetic-fingerprint.js";

const stored = Array.from({ length: 12 }, (_, seed) => syntheticFingerprint({ seed }));

describe("CandidateIndex", () => {
  it("finds the other edition of a creative first, and the same candidates as exact search", async () => {
    await using approximate = await CandidateIndex.create();
    await using exact = new CandidateIndex(new ExactIndex());
    const evidence = stored.map((fingerprint, id) => storedEvidence(id, fingerprint));
    for (const index of [approximate, exact]) await index.add(evidence);
    for (const seed of [0, 5, 11]) {
      const query = candidateQuery(syntheticFingerprint({ seed, edition: 1, brightness: 20 }));
      const found = await approximate.find(query);
      expect(found[0]?.id).toBe(seed);
      const expected = await exact.find(query);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
  });

  it("finds equal digests where pictures say nothing, at distance 0", async () => {
    await using index = await CandidateIndex.create();
    const flat = { ...(stored[3] as (typeof stored)[0]), samples: [] };
    await index.add([{ id: 3, digests: flat.digests, descriptors: new Int8Array(), hashes: [] }]);
    const query = { digests: flat.digests, views: [], hashes: [] };
    expect(await index.find(query)).toEqual([{ id: 3, squaredDistance: 0 }]);
    const sameVideo = { ...query, digests: { file: "sha256:other", video: flat.digests.video as string } };
    expect(await index.find(sameVideo)).toEqual([{ id: 3, squaredDistance: 0 }]);
    await index.remove([3]);
    expect(await index.find(query)).toEqual([]);
  });

  it("orders by distance, then by number, and keeps to the limit", async () => {
    await using index = await CandidateIndex.create();
    const [first] = stored as [(typeof stored)[0]];
    await index.add([7, 2, 5].map((id) => storedEvidence(id, first)));
    const found = await index.find(candidateQuery(first), { limit: 2 });
    expect(found).toEqual([
      { id: 2, squaredDistance: 0 },
      { id: 5, squaredDistance: 0 },
    ]);
  });

  it("gives the same first candidates whatever the limit", async () => {
    await using index = await CandidateIndex.create();
    const crowd = Array.from({ length: 40 }, (_, id) =>
      storedEvidence(id, syntheticFingerprint({ seed: id % 10, edition: id, brightness: id })),
    );
    await index.add(crowd.map((evidence) => ({ ...evidence, hashes: [] })));
    const query = candidateQuery(syntheticFingerprint({ seed: 4, brightness: 7 }));
    const all = await index.find(query, { radius: 4 });
    expect(all).toHaveLength(40);
    for (const limit of [1, 3, 17])
      expect(await index.find(query, { radius: 4, limit })).toEqual(all.slice(0, limit));
  });

  it("compares many that are near, and of those that are not only as many as there is room for", () => {
    const near = Array.from({ length: 6 }, (_, id) => ({ id, squaredDistance: id / 100 }));
    const far = Array.from({ length: 6 }, (_, i) => ({ id: 6 + i, squaredDistance: NEAR_DISTANCE + 0.01 }));
    const ids = (limit: number, farLimit: number) =>
      worthComparing([...near, ...far], { limit, farLimit }).map(({ id }) => id);
    expect(ids(20, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ids(20, 3)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ids(4, 8)).toEqual([0, 1, 2, 3]);
  });

  it("finds near hashes without descriptors", async () => {
    await using index = await CandidateIndex.create();
    const hash = Uint8Array.from({ length: 32 }, (_, i) => (i % 2 ? 0xff : 0));
    const nearHash = Uint8Array.from(hash, (byte, i) => (i < 5 ? byte ^ 0xff : byte));
    await index.add([{ id: 1, digests: { file: "sha256:a" }, descriptors: new Int8Array(), hashes: [hash] }]);
    const query = { digests: { file: "sha256:b" }, views: [], hashes: [nearHash] };
    expect(await index.find(query)).toEqual([{ id: 1, squaredDistance: SCENE_DISTANCE + (4 * 40) / 256 }]);
    expect(await index.find(query, { hammingRadius: 39 })).toEqual([]);
  });

  it("rejects with the signal's reason", async () => {
    await using index = await CandidateIndex.create();
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(index.find(candidateQuery(stored[0] as (typeof stored)[0]), { signal })).rejects.toThrow(
      "enough",
    );
  });
});
