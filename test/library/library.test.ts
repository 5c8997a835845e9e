import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CreativeMatch } from "../../src/library/creative-match.js";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const original = syntheticFingerprint({ seed: 1 });
const brighter = syntheticFingerprint({ seed: 1, edition: 1, brightness: 25 });
const other = syntheticFingerprint({ seed: 2 });
const settings = { jobs: 1 };

describe("Library", () => {
  it("checks without adding, and adds with the pairs that are found", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    expect((await library.check(original)).matches).toEqual([]);
    await library.add(original, { id: "original" });
    await library.add(other, { id: "other" });

    const checked = await library.check(brighter);
    expect(checked.matches.map(({ creative }) => creative.id)).toEqual(["original"]);
    expect(checked.matches[0]).toMatchObject({ earlier: true, verdict: { grade: "duplicate" } });
    expect(await collect(library.list())).toHaveLength(2);

    const added = await library.add(brighter, { id: "brighter", account: "acme" });
    expect(added).toMatchObject({ added: true, creative: { id: "brighter", account: "acme" } });
    expect((await library.pairs()).map(({ a, b }) => [a, b])).toEqual([["original", "brighter"]]);
    const groups = await library.groups();
    expect(groups.map(({ first, members }) => [first.id, members.map(({ id }) => id)])).toEqual([
      ["original", ["original", "brighter"]],
    ]);
  });

  it("takes the earlier upload for the original, whenever it was added", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(brighter, { id: "late", uploadedAt: new Date("2026-03-01") });
    const { matches } = await library.add(original, { id: "early", uploadedAt: new Date("2026-01-01") });
    expect(matches[0]).toMatchObject({ earlier: false });
    expect((await library.pairs()).map(({ a, b }) => [a, b])).toEqual([["early", "late"]]);
    expect((await library.groups())[0]?.first.id).toBe("early");
  });

  it("leaves allowed pairs out until they are taken back", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(original, { id: "a" });
    await library.add(brighter, { id: "b" });
    await library.allow("b", "a", "same customer");
    expect(await library.groups()).toEqual([]);
    const checked = await library.check(brighter);
    expect(checked.matches.map(({ creative }) => creative.id)).toEqual(["b"]);
    expect(checked.allowed.map(({ creative }) => creative.id)).toEqual(["a"]);
    expect(await library.allowedPairs()).toMatchObject([{ reason: "same customer" }]);
    expect(await library.disallow("a", "b")).toBe(true);
    expect(await library.groups()).toHaveLength(1);
    await expect(library.allow("a", "nobody")).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" });
  });

  it("tells again what it found of a creative when it was added", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(original, { id: "a", account: "acme", uploadedAt: new Date("2026-03-01") });
    await library.add(brighter, { id: "b", uploadedAt: new Date("2026-05-01") });
    const [pair] = await library.pairs();
    const [later] = (await library.matchesOf("a")).matches;
    expect(later).toMatchObject({ earlier: false, creative: { id: "b" }, verdict: pair?.verdict });
    expect(await library.matchesOf("b")).toMatchObject({
      creative: { id: "b" },
      matches: [{ earlier: true, creative: { id: "a" } }],
    });
    const told = async (options: object) => (await library.matchesOf("b", options)).matches.length;
    expect(await told({ scope: { account: "rival" } })).toBe(0);
    expect(await told({ scope: { since: new Date("2026-03-02") } })).toBe(0);
    expect(await told({ scope: { account: "acme" }, threshold: 0.5 })).toBe(1);
    await library.allow("a", "b");
    expect(await library.matchesOf("b")).toMatchObject({ matches: [], allowed: [{ creative: { id: "a" } }] });
    await expect(library.matchesOf("nobody")).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" });
  });

  it("lists the nearest, also where nothing is similar", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(other, { id: "other" });
    await library.add(original, { id: "original" });
    const nearest = await library.nearest(brighter, { k: 5 });
    expect(nearest.map(({ creative }) => creative.id)).toEqual(["original", "other"]);
    expect(nearest[1]?.verdict.grade).toBe("distinct");
    expect(await library.nearest(brighter, { k: 1 })).toHaveLength(1);
    await expect(library.nearest(brighter, { k: 0 })).rejects.toMatchObject({ code: "SETTING_INVALID" });
  });

  it("adds the same content once under one id, and no other content", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    const first = await library.add(original);
    expect(first.creative.id).toBe(original.digests.file.slice(7, 23));
    expect(await library.add(original)).toMatchObject({
      added: false,
      creative: first.creative,
      matches: [],
    });
    await expect(library.add(other, { id: first.creative.id })).rejects.toMatchObject({
      code: "CREATIVE_EXISTS",
    });
    await library.remove(first.creative.id);
    await expect(library.remove(first.creative.id)).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" });
    expect(await library.get(first.creative.id)).toBeUndefined();
  });

  it("finds the pairs of creatives that are added at the same time", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await Promise.all([
      library.add(original, { id: "a" }),
      library.add(brighter, { id: "b" }),
      library.add(other, { id: "c" }),
    ]);
    expect(await library.groups()).toMatchObject([{ members: [{ id: "a" }, { id: "b" }] }]);
  });

  it("counts by a threshold where one is given", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(original, { id: "a" });
    const [{ verdict }] = (await library.check(brighter)).matches as [CreativeMatch];
    expect((await library.check(brighter, { threshold: verdict.similarity })).matches).toHaveLength(1);
    expect(
      (await library.check(brighter, { threshold: Math.min(1, verdict.similarity + 0.001) })).matches,
    ).toHaveLength(verdict.similarity === 1 ? 1 : 0);
    expect((await library.check(original, { threshold: 1 })).matches).toMatchObject([
      { verdict: { grade: "identical" } },
    ]);
  });

  it("goes out as lines and comes back whole; a bad line costs itself only", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(join(folder.path, "first"), { settings });
    await library.add(original, {
      id: "a",
      path: "a.mp4",
      account: "acme",
      customer: "acme holding",
      labels: ["spring"],
      uploadedAt: new Date("2026-01-01"),
    });
    await library.add(brighter, { id: "b" });
    await library.allow("a", "b", "fine");
    const lines = await collect(library.export());
    await using copy = await openLibrary(join(folder.path, "second"), { settings });
    const damaged = (lines[1] as string).replace(/"fingerprint":".{200}/, '"fingerprint":"AAAA');
    const summary = await copy.import([...lines.slice(0, 1), "{", damaged, "", ...lines.slice(1)]);
    expect(summary).toMatchObject({ added: 2, present: 0, allowed: 1 });
    expect(summary.failed.map(({ line, error }) => [line, error.code])).toEqual([
      [2, "IMPORT_INVALID"],
      [3, "FINGERPRINT_DAMAGED"],
    ]);
    expect(await collect(copy.list())).toEqual(await collect(library.list()));
    expect(await copy.pairs()).toEqual(await library.pairs());
    expect(await copy.allowedPairs()).toEqual(await library.allowedPairs());
    expect(await copy.import(lines)).toMatchObject({ added: 0, present: 2, allowed: 1, failed: [] });
  });

  it("rejects with the signal's reason, and with LIBRARY_CLOSED what is under way when it is closed", async () => {
    await using folder = await temporaryFolder();
    const library = await openLibrary(folder.path, { settings });
    await expect(library.add(original, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
    await library.add(original, { id: "a" });
    const underWay = expect(library.check(brighter)).rejects.toMatchObject({ code: "LIBRARY_CLOSED" });
    await library.close();
    await underWay;
    await expect(library.check(brighter)).rejects.toMatchObject({ code: "LIBRARY_CLOSED" });
    await expect(library.get("a")).rejects.toMatchObject({ code: "LIBRARY_CLOSED" });
    await library.close();
  });
});

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
