import { describe, expect, it, vi } from "vitest";
import { viewLibraryAccounts } from "../../src/audit/library-accounts.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { openLibrary } from "../../src/library/open-library.js";
import type { NewCreative } from "../../src/library/store.js";
import { entry, pair } from "../library/store-back-ends.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const asOf = new Date("2026-11-22T00:00:00Z");

describe("viewLibraryAccounts", () => {
  it("tells carried-over content by what the library found, and forgets what was allowed", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    const uploadedAt = new Date("2026-11-20T00:00:00Z");
    const before = new Date("2026-10-01T00:00:00Z");
    await library.add(syntheticFingerprint({ seed: 1 }), { id: "a", account: "8000", uploadedAt: before });
    await library.add(syntheticFingerprint({ seed: 1, edition: 1, brightness: 25 }), {
      ...{ id: "b", account: "4711", uploadedAt },
    });
    await library.add(syntheticFingerprint({ seed: 2 }), { id: "c", account: "4711", uploadedAt });

    const { accounts } = await viewLibraryAccounts(library, { asOf });
    expect(accounts.map(({ account, level }) => [account, level])).toEqual([
      ["4711", "severe"],
      ["8000", undefined],
    ]);
    expect(accounts[0]?.similar).toMatchObject([
      { id: "b", standing: "carried-over", repeats: { id: "a", account: "8000" } },
    ]);
    expect(accounts[1]?.firstPublishes).toMatchObject([{ id: "a", repeatedByOthers: 1 }]);

    await library.allow("b", "a", "same customer");
    expect((await viewLibraryAccounts(library, { asOf })).accounts[0]).toMatchObject({ level: "good" });
  });

  it("sees the library from now on where no moment is given", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    await library.add(syntheticFingerprint({ seed: 1 }), { id: "a", account: "4711" });
    expect((await viewLibraryAccounts(library)).accounts).toMatchObject([
      { account: "4711", level: "good", recent: { creatives: 1 } },
    ]);
  });

  it("notes what a pair shows to be stretched, allowed or not, and reads no verdicts for it", async () => {
    await using folder = await temporaryFolder();
    const store = await EmbeddedStore.open(folder.path);
    const [first, later] = [1, 2].map((seed) =>
      entry(syntheticFingerprint({ seed, seconds: 1 }), {
        id: `c${seed}`,
        account: "4711",
        addedAt: "2026-11-20T00:00:00Z",
      }),
    ) as [NewCreative, NewCreative];
    const { verdict, ...sides } = pair("c1", "c2");
    const stretched = { ...verdict, transform: { ...verdict.transform, stretch: 1.4 } };
    await store.put([first, later], [{ ...sides, verdict: stretched }]);
    await store.close();

    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    const readingVerdicts = vi.spyOn(library, "pairs");
    const poorly = [{ id: "c2", notes: ["stretched"] }];
    expect((await viewLibraryAccounts(library, { asOf })).accounts).toMatchObject([{ poorDesign: poorly }]);
    await library.allow("c1", "c2");
    expect((await viewLibraryAccounts(library, { asOf })).accounts).toMatchObject([{ poorDesign: poorly }]);
    expect(readingVerdicts).not.toHaveBeenCalled();
  });

  it("ends when it is aborted, however long the library takes to read", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    const controller = new AbortController();
    const view = viewLibraryAccounts(library, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(view).rejects.toThrow("enough");
  });
});
