import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { LIBRARY_MIGRATIONS } from "../../../src/library/embedded/library-schema.js";
import { openSqliteFile } from "../../../src/library/embedded/sqlite-file.js";
import { temporaryFolder } from "../../temporary-folder.js";

describe("a library of an older schema", () => {
  it.each([true, false])("is brought up to date when it is opened, read-only: %s", async (readOnly) => {
    await using folder = await temporaryFolder();
    const migrations = LIBRARY_MIGRATIONS.slice(0, 1);
    const old = openSqliteFile(join(folder.path, "library.sqlite"), { migrations, durability: "full" });
    old.exec(`INSERT INTO creative (id, kind, duration_seconds, width, height, layout, file_digest, added_at)
      VALUES ('a', 'video', 2, 720, 1280, 'plain', 'sha256:1', '2026-01-01T00:00:00.000Z')`);
    old.close();
    await using store = EmbeddedStore.open(folder.path, { readOnly });
    expect((await store.creatives(["a"])).get("a")).toMatchObject({ id: "a", width: 720 });
    for await (const creative of store.list({ customer: "acme" })) expect(creative).toBeUndefined();
  });
});
