import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../../src/fingerprint/codec.js";
import { describeCreative } from "../../../src/library/creative.js";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { LIBRARY_MIGRATIONS } from "../../../src/library/embedded/library-schema.js";
import { openSqliteFile } from "../../../src/library/embedded/sqlite-file.js";
import { WriterLock } from "../../../src/library/embedded/writer-lock.js";
import { candidateQuery } from "../../../src/matching/candidate-evidence.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../../temporary-folder.js";

describe("a library of an older schema", () => {
  it.each([true, false])("is brought up to date when it is opened, read-only: %s", async (readOnly) => {
    await using folder = await temporaryFolder();
    const migrations = LIBRARY_MIGRATIONS.slice(0, 1);
    const old = openSqliteFile(join(folder.path, "library.sqlite"), { migrations, durability: "full" });
    old.exec(`INSERT INTO creative (id, kind, duration_seconds, width, height, layout, file_digest, added_at)
      VALUES ('a', 'video', 2, 720, 1280, 'plain', 'sha256:1', '2026-01-01T00:00:00.000Z')`);
    old.close();
    await using store = await EmbeddedStore.open(folder.path, { readOnly });
    expect((await store.creatives(["a"])).get("a")).toMatchObject({ id: "a", width: 720 });
    for await (const creative of store.list({ customer: "acme" })) expect(creative).toBeUndefined();
  });

  it("is not brought up to date by a reader under the writer of an older version", async () => {
    await using folder = await temporaryFolder();
    const migrations = LIBRARY_MIGRATIONS.slice(0, -1);
    openSqliteFile(join(folder.path, "library.sqlite"), { migrations, durability: "full" }).close();
    const writer = WriterLock.take(folder.path);
    const open = () => EmbeddedStore.open(folder.path, { readOnly: true });
    await expect(open()).rejects.toMatchObject({ code: "LIBRARY_LOCKED" });
    writer.release();
    await using store = await open();
    expect(store.warnings).toEqual([]);
  });

  it("has a checksum of what creatives are found by, and nothing wrong", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "library.sqlite");
    const print = syntheticFingerprint({ seed: 1, seconds: 1 });
    const entry = {
      creative: describeCreative(print, { id: "a" }, new Date(0)),
      fingerprint: encodeFingerprint(print),
    };
    await using store = await EmbeddedStore.open(folder.path);
    await store.put([entry], []);
    await store.close();
    const old = new Database(path);
    old.exec(`ALTER TABLE evidence ADD COLUMN descriptors BLOB; UPDATE evidence SET descriptors = (SELECT bytes FROM descriptor);
      DROP TABLE descriptor; DROP INDEX creative_by_file; DROP INDEX creative_by_video;
      ALTER TABLE library DROP COLUMN evidence_version;
      ALTER TABLE evidence DROP COLUMN checksum; DROP TABLE neighbour; DROP TABLE nearness;
      DROP INDEX pair_by_likeness; ALTER TABLE pair DROP COLUMN stretch; ALTER TABLE pair DROP COLUMN rules; ALTER TABLE pair DROP COLUMN grade;
      ALTER TABLE pair DROP COLUMN unlikeness; ALTER TABLE creative DROP COLUMN design_notes`);
    old.pragma("user_version = 2");
    old.close();
    await using again = await EmbeddedStore.open(folder.path);
    expect(await again.verify()).toEqual([]);
    expect((await again.candidates(candidateQuery(print), {}))[0]).toMatchObject({ squaredDistance: 0 });
    expect(again.warnings).toEqual([]);
    expect(await again.nearestOf("a", 1)).toBeUndefined();
  });
});
