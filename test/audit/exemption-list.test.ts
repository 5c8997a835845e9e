import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ExemptionList } from "../../src/audit/exemption-list.js";
import { temporaryFolder } from "../temporary-folder.js";

const NOW = new Date("2026-11-22T08:00:00Z");
const LATER = new Date("2026-11-23T08:00:00Z");

describe("ExemptionList", () => {
  it("remembers a rule with its reason and date, and when it was taken back", async () => {
    await using folder = await temporaryFolder();
    const list = await ExemptionList.load(folder.path);
    const added = await list.add({ kind: "customer", customer: "acme" }, "two agencies", NOW);
    expect(added).toEqual({
      id: "e1",
      kind: "customer",
      customer: "acme",
      reason: "two agencies",
      createdAt: NOW.toISOString(),
    });
    await list.undo("e1", LATER);
    const again = await ExemptionList.load(folder.path);
    expect(again.all).toEqual([{ ...added, undoneAt: LATER.toISOString() }]);
    // A second undo keeps the first one's date; a new rule gets a new id.
    await again.undo("e1", new Date());
    expect(again.all[0]?.undoneAt).toBe(LATER.toISOString());
    expect((await again.add({ kind: "customer", customer: "acme" }, "again", LATER)).id).toBe("e2");
  });

  it("gives the same rule another reason instead of adding it twice", async () => {
    await using folder = await temporaryFolder();
    const list = await ExemptionList.load(folder.path);
    await list.add({ kind: "accounts", accounts: ["a", "b"] }, "one", NOW);
    await list.add({ kind: "accounts", accounts: ["b", "a"] }, "two", LATER);
    expect(list.all).toMatchObject([{ id: "e1", reason: "two", createdAt: NOW.toISOString() }]);
  });

  it("refuses an empty reason, a single account, and an id that nobody has", async () => {
    await using folder = await temporaryFolder();
    const list = await ExemptionList.load(folder.path);
    const invalid = { code: "SETTING_INVALID" };
    await expect(list.add({ kind: "takedown", creative: "x" }, " ")).rejects.toMatchObject(invalid);
    await expect(list.add({ kind: "accounts", accounts: ["a"] }, "why")).rejects.toMatchObject(invalid);
    await expect(list.undo("e1")).rejects.toMatchObject({ code: "EXEMPTION_NOT_FOUND" });
    expect(list.all).toEqual([]);
  });

  it("says that the file is damaged rather than to forget it", async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, "exemptions.json"), '{"schema":"samecut.exemptions/1"}');
    await expect(ExemptionList.load(folder.path)).rejects.toMatchObject({ code: "STORE_DAMAGED" });
  });
});
