import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomically } from "../../src/files/atomic-file.js";
import { readStored, writeStored } from "../../src/files/stored-file.js";
import { childEnd, startChild } from "../child-process.js";
import { temporaryFolder } from "../temporary-folder.js";

const WRITE_STORED = new URL("./write-stored.ts", import.meta.url);

describe("a stored file", () => {
  it("is written whole, in folders that are made for it, and read again", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "a", "b.json");
    expect(await readStored(path)).toBeUndefined();
    await writeStored(path, "first");
    await writeStored(path, "第二");
    expect(await readStored(path)).toBe("第二");
    expect(readdirSync(join(folder.path, "a"))).toEqual(["b.json"]);
  });

  it("stays as it was where only a part of the new one can be written", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "kept.json");
    writeFileSync(path, "as it was");
    // The write that meets the limit writes a part; it is the one after it that fails.
    const limitKiB = 100;
    const { output } = await childEnd(startChild(WRITE_STORED, [path, `${150 * 1024}`], limitKiB));
    expect(output.trim()).toBe("failed DISK_FULL");
    expect(readFileSync(path, "utf8")).toBe("as it was");
    expect(readdirSync(folder.path)).toEqual(["kept.json"]);
  });

  it("is not accessible where there can be no such folder", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "a file", "b.json");
    writeFileSync(join(folder.path, "a file"), "");
    const code = "STORE_NOT_ACCESSIBLE";
    await expect(writeStored(path, "")).rejects.toMatchObject({ code, path });
    await expect(readStored(path)).rejects.toMatchObject({ code, path });
  });
});

it("writes what comes in parts", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "parts.txt");
  const parts = async function* (): AsyncGenerator<string> {
    yield "one, ";
    yield "二";
  };
  await writeAtomically(path, parts());
  expect(readFileSync(path, "utf8")).toBe("one, 二");
});

it.skipIf(process.platform === "win32")("writes a file that only its owner may read", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "key");
  await writeAtomically(path, new Uint8Array([1, 2, 3]), 0o600);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
});
