import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const original = syntheticFingerprint({ seed: 1 });
const brighter = syntheticFingerprint({ seed: 1, edition: 1, brightness: 25 });
const darker = syntheticFingerprint({ seed: 1, edition: 2, brightness: -25 });
const settings = { jobs: 1 };

describe("correcting when a creative was delivered", () => {
  it("makes it the first of its group, turns its pairs round, and lasts", async () => {
    await using folder = await temporaryFolder();
    {
      await using library = await openLibrary(folder.path, { settings });
      await library.add(original, { id: "a", uploadedAt: new Date("2026-01-01") });
      await library.add(brighter, { id: "b", uploadedAt: new Date("2026-02-01") });
      await library.add(darker, { id: "c", uploadedAt: new Date("2026-03-01") });
      const before = (await library.matchesOf("c")).matches.find(({ creative }) => creative.id === "a");
      const redated = await library.redate("c", new Date("2025-12-31"));
      expect(redated.uploadedAt).toBe("2025-12-31T00:00:00.000Z");
      const after = (await library.matchesOf("c")).matches.find(({ creative }) => creative.id === "a");
      expect([before?.earlier, after?.earlier]).toEqual([true, false]);
      // The verdict is made anew, not only turned: what was made darker is now the one that is brighter.
      expect(after?.verdict.rules).not.toEqual(before?.verdict.rules);
    }
    await using library = await openLibrary(folder.path, { settings });
    const [group] = await library.groups();
    expect(group?.members.map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect((await library.pairs()).map(({ a, b }) => a + b).sort()).toEqual(["ab", "ca", "cb"]);
  });

  it("leaves pairs alone whose order stays, and can be taken back", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await library.add(original, { id: "a", uploadedAt: new Date("2026-01-01") });
    await library.add(brighter, { id: "b", uploadedAt: new Date("2026-02-01") });
    const pairs = await library.pairs();
    await library.redate("b", undefined);
    expect((await library.get("b"))?.uploadedAt).toBeUndefined();
    expect(await library.pairs()).toEqual(pairs);
  });

  it("knows only what is there", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings });
    await expect(library.redate("nobody", new Date())).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" });
  });
});
