import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import type { CheckAndAddOptions } from "../../src/library/library-calls.js";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const original = syntheticFingerprint({ seed: 1 });
const brighter = syntheticFingerprint({ seed: 1, edition: 1, brightness: 25 });
const other = syntheticFingerprint({ seed: 2 });

async function withLibrary(test: (library: Library) => Promise<void>): Promise<void> {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
  await test(library);
}

async function listed(library: Library): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of library.list()) ids.push(id);
  return ids;
}

describe("checkAndAdd", () => {
  it("lets one of two alike creatives pass that come at the same moment", () =>
    withLibrary(async (library) => {
      const outcomes = await Promise.all([
        library.checkAndAdd(original, { id: "a" }),
        library.checkAndAdd(original, { id: "b" }),
        library.checkAndAdd(brighter, { id: "c" }),
        library.checkAndAdd(other, { id: "d" }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(["added", "refused", "refused", "added"]);
      expect(outcomes[1].refusedFor.map(({ creative }) => creative.id)).toEqual(["a"]);
      expect(await listed(library)).toEqual(["a", "d"]);
    }));

  it("does nothing twice for one id, and takes no other content under it", () =>
    withLibrary(async (library) => {
      const asked: CheckAndAddOptions = { id: "a", account: "acme" };
      await library.checkAndAdd(original, asked);
      const again = await library.checkAndAdd(original, asked);
      expect(again).toMatchObject({ outcome: "present", matches: [], refusedFor: [], creative: { id: "a" } });
      await expect(library.checkAndAdd(other, asked)).rejects.toMatchObject({ code: "CREATIVE_EXISTS" });
      expect(await listed(library)).toEqual(["a"]);
    }));

  it("refuses from a grade or a similarity on", () =>
    withLibrary(async (library) => {
      await library.checkAndAdd(original, { id: "a" });
      const milder = await library.checkAndAdd(brighter, { id: "b", refuseFrom: "identical" });
      expect(milder).toMatchObject({
        outcome: "added",
        matches: [{ creative: { id: "a" } }],
        refusedFor: [],
      });
      expect(await library.pairs()).toMatchObject([{ a: "a", b: "b" }]);
      const copy = syntheticFingerprint({ seed: 1, edition: 2, brightness: 12 });
      expect(await library.checkAndAdd(copy, { id: "c", refuseFrom: 0.5 })).toMatchObject({
        outcome: "refused",
      });
      for (const refuseFrom of [1.1, "distinct"] as never[])
        await expect(library.checkAndAdd(copy, { id: "c", refuseFrom })).rejects.toMatchObject({
          code: "SETTING_INVALID",
        });
    }));

  it("looks back 180 days unless told otherwise", () =>
    withLibrary(async (library) => {
      await library.add(original, { id: "old", uploadedAt: new Date("2026-01-01") });
      const uploadedAt = new Date("2026-07-01");
      const beyond = await library.checkAndAdd(brighter, { id: "b", uploadedAt });
      expect(beyond).toMatchObject({ outcome: "added", matches: [] });
      // Out of the range, and remembered all the same.
      expect(await library.pairs()).toMatchObject([{ a: "old", b: "b" }]);
      await library.remove("b");
      for (const windowDays of [182, Number.POSITIVE_INFINITY]) {
        const within = await library.checkAndAdd(brighter, { id: "b", uploadedAt, windowDays });
        expect(within.refusedFor.map(({ creative }) => creative.id)).toEqual(["old"]);
      }
      await expect(library.checkAndAdd(brighter, { id: "b", windowDays: 0 })).rejects.toMatchObject({
        code: "SETTING_INVALID",
      });
    }));

  it("compares within the account, the customer, or everyone's", () =>
    withLibrary(async (library) => {
      await library.add(original, { id: "theirs", account: "acme-1", customer: "acme" });
      const asked = { id: "b", account: "acme-2", customer: "acme" };
      const outcomeOf = async (reach: "account" | "customer" | "everyone") =>
        (await library.checkAndAdd(brighter, { ...asked, reach })).outcome;
      expect(await outcomeOf("everyone")).toBe("refused");
      expect(await outcomeOf("customer")).toBe("refused");
      expect(await outcomeOf("account")).toBe("added");
      await expect(library.checkAndAdd(other, { id: "c", reach: "account" })).rejects.toMatchObject({
        code: "SETTING_INVALID",
        detail: expect.stringContaining("account"),
      });
    }));

  it("leaves out what is allowed", () =>
    withLibrary(async (library) => {
      await library.add(original, { id: "a" });
      await library.add(brighter, { id: "b" });
      await library.allow("a", "b");
      await library.remove("b");
      const passed = await library.checkAndAdd(brighter, { id: "b" });
      expect(passed).toMatchObject({ outcome: "added", matches: [], allowed: [{ creative: { id: "a" } }] });
    }));

  it("adds nothing that may be a copy of a damaged creative, and says which", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    await library.add(original, { id: "a", account: "acme" });
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec("UPDATE fingerprint SET bytes = zeroblob(length(bytes))");
    database.close();
    for (const copy of [original, brighter])
      await expect(library.checkAndAdd(copy, { id: "b" })).rejects.toMatchObject({
        code: "COMPARISON_INCOMPLETE",
        detail: "a",
      });
    expect(await listed(library)).toEqual(["a"]);
    // A stranger is no copy of it, whatever it was; and who is not compared with it has nothing to wait for.
    expect(await library.checkAndAdd(other, { id: "c" })).toMatchObject({ outcome: "added" });
    const elsewhere = { id: "b", account: "rival", reach: "account" } as const;
    expect(await library.checkAndAdd(brighter, elsewhere)).toMatchObject({ outcome: "added" });
    // With a match that can be read, the damaged one is not needed to refuse.
    expect(await library.checkAndAdd(brighter, { id: "d" })).toMatchObject({ outcome: "refused" });
    expect(library.warnings).toEqual([expect.stringMatching(/fingerprint of creative a is damaged/)]);
  });
});
