import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import type { StoredPair } from "../../src/library/creative.js";
import type { CreativeStore } from "../../src/library/store.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { distinctVerdict } from "../../src/verdict/verdict.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { BACK_ENDS, entry, pair } from "./store-back-ends.js";

const prints = Array.from({ length: 5 }, (_, seed) => syntheticFingerprint({ seed, seconds: 1 }));
const [print0, print1] = prints as [Fingerprint, Fingerprint];

describe.each(Object.entries(BACK_ENDS))("CreativeStore, %s", (_, open) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let store: CreativeStore;

  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await open(folder.path);
  });
  afterEach(async () => {
    await store.close();
    await folder[Symbol.asyncDispose]();
  });

  const ids = async () => {
    const found: string[] = [];
    for await (const creative of store.list()) found.push(creative.id);
    return found;
  };

  it("gives back what was put, in the order of putting, also after opening again", async () => {
    const details = {
      id: "b",
      path: "x/ü 1.mp4",
      account: "acme",
      uploadedAt: new Date("2026-02-03T04:05:06Z"),
    };
    const entries = [entry(print1, details), entry(print0, { id: "a" })];
    await store.put(entries, []);
    await store.close();
    store = await open(folder.path);
    expect(await ids()).toEqual(["b", "a"]);
    const creatives = await store.creatives(["a", "b", "nobody"]);
    expect([...creatives.values()]).toEqual([entries[1]?.creative, entries[0]?.creative]);
    const fingerprints = await store.fingerprints(["b", "nobody"]);
    expect([...fingerprints.keys()]).toEqual(["b"]);
    expect(
      Buffer.from(fingerprints.get("b") as Uint8Array).equals(entries[0]?.fingerprint as Uint8Array),
    ).toBe(true);
  });

  it("finds the copies of a file, in the order of putting", async () => {
    const [one, other, again] = [
      entry(print0, { id: "b" }),
      entry(print1, { id: "other" }),
      entry(print0, { id: "a" }),
    ];
    await store.put([one, other, again], []);
    const { fileDigest } = one.creative;
    expect(await store.copiesOf([fileDigest, "sha256:0"])).toEqual([one.creative, again.creative]);
  });

  it("puts all of a batch or none", async () => {
    await store.put([entry(print0, { id: "a" })], []);
    const again = store.put([entry(print1, { id: "b" }), entry(print1, { id: "a" })], []);
    await expect(again).rejects.toMatchObject({ code: "CREATIVE_EXISTS" });
    const stray: StoredPair = { a: "a", b: "nobody", verdict: distinctVerdict() };
    await expect(store.put([entry(print1, { id: "b" })], [stray])).rejects.toMatchObject({
      code: "CREATIVE_NOT_FOUND",
    });
    expect(await ids()).toEqual(["a"]);
  });

  it("finds candidates at once after putting, and no more after removing", async () => {
    await store.put(
      prints.map((fingerprint, i) => entry(fingerprint, { id: `c${i}` })),
      [],
    );
    const query = candidateQuery(print1);
    const first = async () => (await store.candidates(query, {}))[0];
    expect(await first()).toMatchObject({ creative: { id: "c1" }, squaredDistance: 0 });
    expect(await store.remove(["c1", "nobody"])).toEqual(["c1"]);
    expect((await first())?.creative.id).not.toBe("c1");
    await store.put([entry(print1, { id: "again" })], []);
    expect(await first()).toMatchObject({ creative: { id: "again" } });
  });

  it("orders candidates at the same distance by putting, and keeps to the limit", async () => {
    await store.put(
      ["z", "m", "a"].map((id) => entry(print0, { id })),
      [],
    );
    const found = await store.candidates(candidateQuery(print0), { limit: 2 });
    expect(found.map(({ creative }) => creative.id)).toEqual(["z", "m"]);
  });

  it("keeps to a scope of account and time", async () => {
    const entries = [
      entry(print0, { id: "old", account: "acme", uploadedAt: new Date("2025-01-01") }),
      entry(print0, { id: "new", account: "acme", uploadedAt: new Date("2026-01-01") }),
      entry(print0, { id: "other", account: "rival", addedAt: "2026-06-01T00:00:00Z" }),
    ];
    await store.put(entries, []);
    const scope = { account: "acme", since: new Date("2025-06-01") };
    expect(
      (await store.candidates(candidateQuery(print0), {}, scope)).map(({ creative }) => creative.id),
    ).toEqual(["new"]);
    const listed: string[] = [];
    for await (const creative of store.list({ since: scope.since })) listed.push(creative.id);
    expect(listed).toEqual(["new", "other"]);
  });

  it("finds creatives by customer and label", async () => {
    const labelled = entry(print0, { id: "a", customer: "acme", labels: ["spring", "sale", "spring"] });
    expect(labelled.creative.labels).toEqual(["spring", "sale"]);
    await store.put([labelled, entry(print1, { id: "b", customer: "rival", labels: ["sales"] })], []);
    const query = candidateQuery(print0);
    for (const scope of [{ customer: "acme" }, { label: "sale" }, { customer: "acme", label: "spring" }]) {
      const found = await store.candidates(query, {}, scope);
      expect(found.map(({ creative }) => creative)).toEqual([labelled.creative]);
      const listed: unknown[] = [];
      for await (const creative of store.list(scope)) listed.push(creative);
      expect(listed).toEqual([labelled.creative]);
    }
    for await (const creative of store.list({ customer: "rival", label: "sale" }))
      expect(creative).toBeUndefined();
  });

  it("keeps pairs as long as both of their creatives", async () => {
    await store.put([entry(print0, { id: "a" }), entry(print1, { id: "b" })], [pair("a", "b")]);
    await store.put([entry(prints[2] as Fingerprint, { id: "c" })], [pair("b", "c"), pair("a", "c")]);
    expect(await store.pairs()).toEqual([pair("a", "b"), pair("a", "c"), pair("b", "c")]);
    await store.remove(["a"]);
    expect(await store.pairs()).toEqual([pair("b", "c")]);
  });

  it("tells all pairs and those of one creative in the order of putting, however many they are", async () => {
    const ids = Array.from({ length: 33 }, (_, i) => `c${i}`);
    const pairs = ids.flatMap((later, i) => ids.slice(0, i).map((earlier) => pair(earlier, later)));
    await store.put(
      ids.map((id, i) => entry(prints[i % prints.length] as Fingerprint, { id })),
      pairs.toReversed(),
    );
    expect(pairs).toHaveLength(528);
    expect(await store.pairs()).toEqual(pairs);
    expect(await store.pairsOf("c7")).toEqual(pairs.filter(({ a, b }) => a === "c7" || b === "c7"));
    expect(await store.pairsOf("nobody")).toEqual([]);
  });

  it("tells who is nearest of all a creative was compared with, distinct ones too, until they are gone", async () => {
    await store.put([entry(print0, { id: "a", account: "acme" }), entry(print1, { id: "b" })], []);
    const near: StoredPair = { a: "a", b: "c", verdict: { ...distinctVerdict(), similarity: 0.2 } };
    const pairs = [near, pair("b", "c")];
    await store.put([entry(prints[2] as Fingerprint, { id: "c" })], pairs);
    expect(await store.nearestOf("c", 2)).toEqual([pair("b", "c"), near]);
    expect(await store.nearestOf("c", 1, { account: "acme" })).toEqual([near]);
    expect(await store.nearestOf("a", 1)).toEqual([near]);
    expect(await store.pairs()).toEqual([pair("b", "c")]);
    await store.remove(["a"]);
    expect(await store.nearestOf("c", 1)).toEqual([pair("b", "c")]);
    // Two there never were any more: only a search can tell.
    expect(await store.nearestOf("c", 2)).toBeUndefined();
  });

  it("remembers what is allowed, replaces the reason, and takes it back", async () => {
    const allowed = { a: "sha256:1", b: "sha256:2", allowedAt: "2026-01-01T00:00:00.000Z" };
    await store.allow(allowed);
    await store.allow({ ...allowed, reason: "same customer" });
    expect(await store.allowedPairs()).toEqual([{ ...allowed, reason: "same customer" }]);
    const none = { a: "sha256:1", b: "sha256:3" };
    expect(await store.areAllowed([none, allowed])).toEqual([false, true]);
    expect(await store.disallow("sha256:1", "sha256:2")).toBe(true);
    expect(await store.disallow("sha256:1", "sha256:2")).toBe(false);
    expect(await store.allowedPairs()).toEqual([]);
  });

  it("finds the same after rebuilding, and nothing wrong", async () => {
    await store.put(
      prints.map((fingerprint, i) => entry(fingerprint, { id: `c${i}` })),
      [],
    );
    const query = candidateQuery(syntheticFingerprint({ seed: 3, seconds: 1, edition: 2, brightness: 15 }));
    const before = await store.candidates(query, {});
    expect(before[0]?.creative.id).toBe("c3");
    await store.rebuild();
    expect(await store.candidates(query, {})).toEqual(before);
    expect(await store.verify()).toEqual([]);
  });

  it("may be closed twice", async () => {
    await store.close();
    await store.close();
  });
});
