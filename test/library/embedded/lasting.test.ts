import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { childEnd, startChild } from "../../child-process.js";
import { temporaryFolder } from "../../temporary-folder.js";

const PUT_FOREVER = new URL("put-forever.ts", import.meta.url);

async function listedIds(store: EmbeddedStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const creative of store.list()) ids.push(creative.id);
  return ids;
}

describe("what a store has acknowledged", () => {
  it("is there after SIGKILL at any moment, and the lock is free", async () => {
    await using folder = await temporaryFolder();
    const acknowledged: string[] = [];
    for (const milliseconds of [10, 60, 150]) {
      const child = startChild(PUT_FOREVER, [folder.path]);
      const end = childEnd(child);
      await once(child.stdout as NodeJS.EventEmitter, "data");
      await delay(milliseconds);
      child.kill("SIGKILL");
      // A last line may be cut short: its creative was written, and need not have been acknowledged.
      acknowledged.push(...(await end).output.split("\n").slice(0, -1));
    }
    await using store = await EmbeddedStore.open(folder.path);
    const listed = await listedIds(store);
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(listed).toEqual(expect.arrayContaining(acknowledged));
    // At most one creative a kill was written without having been acknowledged.
    expect(listed.length - acknowledged.length).toBeLessThanOrEqual(3);
    expect(await store.verify()).toEqual([]);
  });

  it("is there after the disk was full, which is said", async () => {
    await using folder = await temporaryFolder();
    const { status, output } = await childEnd(startChild(PUT_FOREVER, [folder.path], 300));
    const lines = output.trim().split("\n");
    const acknowledged = lines.filter((line) => /^\d/.test(line));
    expect(status).toBe(0);
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(lines).toContain("failed DISK_FULL");
    expect(lines).toContain(`kept ${acknowledged.length}`);
    await using store = await EmbeddedStore.open(folder.path);
    expect(await listedIds(store)).toEqual(acknowledged);
    expect(await store.verify()).toEqual([]);
  });
});

describe("the lock of a store", () => {
  it("refuses a second writer at once and names the first, and lets readers in", async () => {
    await using folder = await temporaryFolder();
    const child = startChild(PUT_FOREVER, [folder.path]);
    const end = childEnd(child);
    await once(child.stdout as NodeJS.EventEmitter, "data");
    const began = performance.now();
    await expect(EmbeddedStore.open(folder.path)).rejects.toMatchObject({
      code: "LIBRARY_LOCKED",
      detail: `process ${child.pid}`,
    });
    // Waiting for the lock, as SQLite does where it may, would take ten seconds.
    expect(performance.now() - began).toBeLessThan(8_000);
    await using reader = await EmbeddedStore.open(folder.path, { readOnly: true });
    const before = (await listedIds(reader)).length;
    expect(before).toBeGreaterThan(0);
    // Not the next line of the child: that may tell of what was counted already.
    await expect
      .poll(async () => (await listedIds(reader)).length, { timeout: 20_000 })
      .toBeGreaterThan(before);
    child.kill("SIGKILL");
    await end;
  });

  it("says that a folder cannot be", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    // In /proc nothing can be made, and what is missing there is told as if /proc itself were.
    for (const path of [
      join(file, "library"),
      ...(process.platform === "linux" ? ["/proc/none/library"] : []),
    ]) {
      await expect(EmbeddedStore.open(path), path).rejects.toMatchObject({ code: "STORE_NOT_ACCESSIBLE" });
    }
  });

  it("holds within a process, and ends with the store", async () => {
    await using folder = await temporaryFolder();
    const store = await EmbeddedStore.open(folder.path);
    await expect(EmbeddedStore.open(folder.path)).rejects.toMatchObject({
      code: "LIBRARY_LOCKED",
      detail: "this process itself",
    });
    await store.close();
    await (await EmbeddedStore.open(folder.path)).close();
  });

  it("is not taken by a reader, which finds nothing where there is nothing and creates nothing", async () => {
    await using folder = await temporaryFolder();
    const open = () => EmbeddedStore.open(folder.path, { readOnly: true });
    await expect(open()).rejects.toMatchObject({ code: "LIBRARY_NOT_FOUND" });
    expect(await readdir(folder.path)).toEqual([]);
    await (await EmbeddedStore.open(folder.path)).close();
    await using reader = await open();
    await using writer = await EmbeddedStore.open(folder.path);
    await expect(reader.remove(["a"])).rejects.toMatchObject({ code: "LIBRARY_READ_ONLY" });
    expect(await writer.remove(["a"])).toEqual([]);
  });
});
