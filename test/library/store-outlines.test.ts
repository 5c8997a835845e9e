import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import type { StoredPair } from "../../src/library/creative.js";
import type { CreativeStore, NewCreative } from "../../src/library/store.js";
import { IDENTITY_TRANSFORM, type RuleNumber } from "../../src/verdict/verdict.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";
import { BACK_ENDS, entry, pair } from "./store-back-ends.js";

const prints = Array.from({ length: 4 }, (_, seed) => syntheticFingerprint({ seed, seconds: 1 }));
const [print0, print1] = prints as [Fingerprint, Fingerprint];

const ADDED = "2026-01-01T00:00:00.000Z";

async function all<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

function digestsOf(...entries: NewCreative[]): { a: string; b: string } {
  const [a, b] = entries.map(({ creative }) => creative.fileDigest).sort() as [string, string];
  return { a, b };
}

describe.each(Object.entries(BACK_ENDS))("CreativeStore as a whole, %s", (_, open) => {
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

  it("tells everything in outlines: creatives in the order of putting, the most similar pairs first", async () => {
    const noted = prints.map((print, place) =>
      place === 3 ? { ...print, designNotes: ["blurred"] as const } : print,
    );
    const entries = noted.map((print, place) =>
      entry(print, {
        id: `c${place}`,
        ...(place === 1 ? { path: "one.mp4", account: "acme", customer: "acme inc." } : {}),
        ...(place === 2 ? { uploadedAt: new Date("2025-01-01T00:00:00Z") } : {}),
      }),
    );
    const alike = (a: string, b: string, similarity: number, rules: readonly RuleNumber[]): StoredPair => ({
      a,
      b,
      verdict: {
        ...pair(a, b).verdict,
        similarity,
        transform: { ...IDENTITY_TRANSFORM, stretch: 1.4 },
        rules: rules.map((rule) => ({ rule, confidence: 1, detail: {} })),
      },
    });
    const seen = { grade: "similar", stretch: 1.4, allowed: false };
    await store.put(entries, [
      alike("c0", "c1", 0.7, [3]),
      alike("c0", "c3", 0.9, [4, 8, 7, 2]),
      alike("c1", "c3", 0.9, []),
    ]);
    await store.allow({ ...digestsOf(entries[1]!, entries[0]!), allowedAt: "2026-01-01T00:00:00.000Z" });
    expect(await all(store.creativeOutlines())).toEqual([
      { id: "c0", publishedAt: ADDED },
      { id: "c1", path: "one.mp4", account: "acme", customer: "acme inc.", publishedAt: ADDED },
      { id: "c2", publishedAt: "2025-01-01T00:00:00.000Z" },
      { id: "c3", designNotes: ["blurred"], publishedAt: ADDED },
    ]);
    expect(await all(store.pairOutlines())).toEqual([
      { a: "c0", b: "c3", ...seen, similarity: 0.9, rules: [4, 8, 7, 2] },
      { a: "c1", b: "c3", ...seen, similarity: 0.9, rules: [] },
      { a: "c0", b: "c1", ...seen, similarity: 0.7, rules: [3], allowed: true },
    ]);
    const between = await store.pairsBetween([
      { a: "c0", b: "c1" },
      { a: "c1", b: "c0" },
      { a: "nobody", b: "c1" },
    ]);
    expect(between.map(({ a, b, verdict }) => [a, b, verdict.similarity])).toEqual([["c0", "c1", 0.7]]);
  });

  it("tells each creative once, also one that is redated while outlines are read", async () => {
    const ids = Array.from({ length: 1_100 }, (_, place) => `c${place}`);
    await store.put(
      ids.map((id) => entry(print0, { id })),
      [],
    );
    const told: string[] = [];
    for await (const page of store.creativeOutlines()) {
      if (told.length === 0) {
        await store.redate("c0", "2027-01-01T00:00:00.000Z", []);
        await store.redate("c1099", "2024-01-01T00:00:00.000Z", []);
      }
      told.push(...page.map(({ id }) => id));
    }
    expect(told).toEqual(ids);
  });

  it("has another revision after every write, and none without", async () => {
    const revisions = [await store.revision()];
    const write = async (action: () => Promise<unknown>) => {
      await action();
      revisions.push(await store.revision());
    };
    await write(() => store.put([entry(print0, { id: "a" }), entry(print1, { id: "b" })], [pair("a", "b")]));
    await write(() => store.redate("a", "2025-01-01T00:00:00.000Z", []));
    await write(() => store.allow({ a: "sha256:1", b: "sha256:2", allowedAt: "2026-01-01T00:00:00.000Z" }));
    await write(() => store.disallow("sha256:1", "sha256:2"));
    await write(() => store.remove(["b"]));
    expect(new Set(revisions).size).toBe(6);
    await all(store.pairOutlines());
    expect(await store.revision()).toBe(revisions.at(-1));
  });
});
