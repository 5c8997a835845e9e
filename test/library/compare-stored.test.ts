import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("Library.compare", () => {
  it("tells the verdict on two of its creatives, whatever the grade, and takes the first for the earlier one", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1 } });
    const long = syntheticFingerprint({ seed: 1, seconds: 4 });
    await library.add(long, { id: "a" });
    await library.add(syntheticFingerprint({ seed: 1, edition: 1, seconds: 2 }), { id: "b" });
    await library.add(syntheticFingerprint({ seed: 2 }), { id: "c" });
    const [found] = await library.pairs();
    expect(await library.compare("a", "b")).toEqual(found?.verdict);
    expect(await library.compare("b", "a")).not.toEqual(found?.verdict);
    expect(await library.compare("a", "c")).toMatchObject({ grade: "distinct" });
    await expect(library.compare("a", "nobody")).rejects.toMatchObject({
      code: "CREATIVE_NOT_FOUND",
      detail: "nobody",
    });
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec("UPDATE fingerprint SET bytes = zeroblob(length(bytes))");
    database.close();
    await expect(library.compare("a", "c")).rejects.toMatchObject({
      code: "FINGERPRINT_DAMAGED",
      detail: "a",
    });
  });

  it("takes no more at a time than the library does, and ends with its time or its signal", async () => {
    await using folder = await temporaryFolder();
    await using library = await openLibrary(folder.path, { settings: { jobs: 1, pendingLimit: 1 } });
    await library.add(syntheticFingerprint({ seed: 1 }), { id: "a" });
    const caller = new AbortController();
    const first = library.compare("a", "a", { signal: caller.signal });
    await expect(library.compare("a", "a")).rejects.toMatchObject({ code: "LIBRARY_BUSY" });
    caller.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
    const late = library.compare("a", "a", { timeLimitSeconds: 0.0001 });
    await expect(late).rejects.toMatchObject({ code: "CALL_TIMED_OUT" });
  });
});
