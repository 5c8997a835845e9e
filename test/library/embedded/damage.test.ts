import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../../src/fingerprint/codec.js";
import { describeCreative } from "../../../src/library/creative.js";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { candidateQuery } from "../../../src/matching/candidate-evidence.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../../temporary-folder.js";

const prints = Array.from({ length: 6 }, (_, seed) => syntheticFingerprint({ seed, seconds: 1 }));
const query = candidateQuery(syntheticFingerprint({ seed: 4, seconds: 1, edition: 1, brightness: 10 }));

/** Changes one byte in the middle of a file. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0x55, middle);
  writeFileSync(path, bytes);
}

describe("a damaged store", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let expected: unknown;

  beforeEach(async () => {
    folder = await temporaryFolder();
    await using store = await EmbeddedStore.open(folder.path);
    const entries = prints.map((fingerprint, i) => ({
      creative: describeCreative(fingerprint, { id: `c${i}` }, new Date(0)),
      fingerprint: encodeFingerprint(fingerprint),
    }));
    await store.put(entries, []);
    expected = await store.candidates(query, {});
  });
  afterEach(() => folder[Symbol.asyncDispose]());

  const indexFile = (pattern: RegExp) => {
    const name = readdirSync(join(folder.path, "index")).find((each) => pattern.test(each));
    return join(folder.path, "index", name as string);
  };

  it.each([/^block/, /^cells/, /^centres/, /^header/])(
    "names a damaged index file (%s) and builds the index anew",
    async (pattern) => {
      damage(indexFile(pattern));
      await using store = await EmbeddedStore.open(folder.path);
      expect(await store.verify()).toMatchObject([{ part: "index" }]);
      expect(await store.candidates(query, {})).toEqual(expected);
      expect(store.warnings).toMatchObject([expect.stringMatching(/not used/)]);
      await store.rebuild();
      expect(await store.verify()).toEqual([]);
    },
  );

  it("takes the index of another version for no damage, and builds it anew", async () => {
    const header = indexFile(/^header/);
    writeFileSync(
      header,
      readFileSync(header, "utf8").replace(/"descriptorVersion": \d+/, '"descriptorVersion": 1'),
    );
    await using store = await EmbeddedStore.open(folder.path);
    expect(await store.verify()).toEqual([]);
    expect(await store.candidates(query, {})).toEqual(expected);
    expect(store.warnings).toMatchObject([expect.stringMatching(/Another version/)]);
  });

  it("goes on without index files", async () => {
    rmSync(join(folder.path, "index"), { recursive: true });
    await using store = await EmbeddedStore.open(folder.path, { readOnly: true });
    expect(await store.candidates(query, {})).toEqual(expected);
    expect(readdirSync(folder.path)).not.toContain("index");
  });

  it("catches up with an index that was saved before the last writes", async () => {
    const before = indexFile(/^header/);
    const header = readFileSync(before);
    const files = readdirSync(join(folder.path, "index")).map(
      (name) => [name, readFileSync(join(folder.path, "index", name))] as const,
    );
    const store = await EmbeddedStore.open(folder.path);
    await store.remove(["c4"]);
    const extra = syntheticFingerprint({ seed: 50, seconds: 1 });
    await store.put(
      [
        {
          creative: describeCreative(extra, { id: "extra" }, new Date(0)),
          fingerprint: encodeFingerprint(extra),
        },
      ],
      [],
    );
    await store.close();
    for (const [name, bytes] of files) writeFileSync(join(folder.path, "index", name), bytes);
    writeFileSync(before, header);

    await using again = await EmbeddedStore.open(folder.path);
    const found = (await again.candidates(query, {})).map(({ creative }) => creative.id);
    expect(found).not.toContain("c4");
    expect((await again.candidates(candidateQuery(extra), {}))[0]?.creative.id).toBe("extra");
    expect(again.warnings).toEqual([]);
  });

  it("refuses the index of another library", async () => {
    const foreign = new Database(join(folder.path, "library.sqlite"));
    foreign.exec("UPDATE library SET identity = 'another'");
    foreign.close();
    await using store = await EmbeddedStore.open(folder.path);
    expect(await store.candidates(query, {})).toEqual(expected);
    expect(store.warnings).toMatchObject([expect.stringMatching(/owner/)]);
  });

  it("names a damaged fingerprint, and leaves it out", async () => {
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec("UPDATE fingerprint SET bytes = zeroblob(length(bytes)) WHERE creative = 3");
    database.close();
    await using store = await EmbeddedStore.open(folder.path);
    expect(await store.verify()).toMatchObject([{ part: "fingerprint", creative: "c2" }]);
    expect([...(await store.fingerprints(["c1", "c2"])).keys()]).toEqual(["c1"]);
  });

  it("names what a creative is found by when a bit of it has flipped, and finds it all the same", async () => {
    const flip = "bytes = CAST(x'01' || substr(bytes, 2) AS BLOB)";
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec(`UPDATE descriptor SET ${flip} WHERE creative = 5`);
    database.close();
    rmSync(join(folder.path, "index"), { recursive: true });
    const told: string[] = [];
    await using store = await EmbeddedStore.open(folder.path, { onWarning: (warning) => told.push(warning) });
    expect(await store.verify()).toMatchObject([{ part: "evidence", creative: "c4" }]);
    expect(await store.candidates(query, {})).toEqual(expected);
    expect(told).toEqual([expect.stringMatching(/c4 .*damaged/)]);
    expect(told).toEqual(store.warnings);
    expect(await store.verify()).toEqual([]);
  });

  it("names damaged hashes as soon as it is asked, the saved index being whole, and mends them", async () => {
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec("UPDATE evidence SET hashes = zeroblob(length(hashes)) WHERE creative = 5");
    database.close();
    await using store = await EmbeddedStore.open(folder.path);
    expect(await store.candidates(query, {})).toEqual(expected);
    expect(store.warnings).toEqual([expect.stringMatching(/c4 .*damaged/)]);
    expect(await store.verify()).toEqual([]);
  });

  it("finds the same file when what it is found by and its fingerprint are damaged", async () => {
    const database = new Database(join(folder.path, "library.sqlite"));
    database.exec(`UPDATE evidence SET hashes = zeroblob(length(hashes)), checksum = 0 WHERE creative = 5;
      UPDATE fingerprint SET bytes = zeroblob(length(bytes)) WHERE creative = 5`);
    database.close();
    rmSync(join(folder.path, "index"), { recursive: true });
    await using store = await EmbeddedStore.open(folder.path);
    const found = await store.candidates(candidateQuery(prints[4] as (typeof prints)[0]), {});
    expect(found[0]).toMatchObject({ creative: { id: "c4" }, squaredDistance: 0 });
    await store.fingerprints(["c4"]);
    expect(store.warnings).toEqual([
      expect.stringMatching(/found by is damaged/),
      expect.stringMatching(/fingerprint of creative c4 is damaged/),
    ]);
  });

  it("says so when the database is none any more", async () => {
    writeFileSync(
      join(folder.path, "library.sqlite"),
      "this was a database once, and is long enough to be looked at".repeat(20),
    );
    rmSync(join(folder.path, "library.sqlite-wal"), { force: true });
    await expect(EmbeddedStore.open(folder.path)).rejects.toMatchObject({ code: "STORE_DAMAGED" });
    await expect(EmbeddedStore.open(folder.path, { readOnly: true })).rejects.toMatchObject({
      code: "STORE_DAMAGED",
    });
  });

  it("refuses a database of a newer samecut", async () => {
    const database = new Database(join(folder.path, "library.sqlite"));
    database.pragma("user_version = 999");
    database.close();
    await expect(EmbeddedStore.open(folder.path)).rejects.toMatchObject({ code: "STORE_VERSION" });
  });
});
