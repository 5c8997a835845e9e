import { once } from "node:events";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import { BLOCK_MOMENTS } from "../../src/index/moment-table.js";
import { childEnd, startChild } from "../child-process.js";
import { temporaryFolder } from "../temporary-folder.js";
import { madeUpCreative, madeUpCreatives, viewsOf } from "./made-up-creatives.js";

const IDENTITY = { owner: "test", descriptorVersion: 1 };
const SAVE_FOREVER = new URL("save-forever.ts", import.meta.url);

async function savedIndex(folder: string, count: number): Promise<void> {
  await using index = await CellIndex.create();
  await index.add(madeUpCreatives(count));
  await index.save(folder, IDENTITY);
}

describe("saved indexes", () => {
  it("answer the same after loading, divided cells and removed creatives included", async () => {
    await using folder = await temporaryFolder();
    await using index = await CellIndex.create();
    await index.add(madeUpCreatives(1_000));
    await index.remove([3, 4, 5, 900]);
    await index.add([madeUpCreative(5_000, 4)]);
    await index.save(folder.path, IDENTITY);
    const { index: again, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = again;
    expect(refused).toBeUndefined();
    expect([await loaded.ids(), await loaded.size()]).toEqual([await index.ids(), await index.size()]);
    for (const id of [0, 3, 77, 899, 5_000]) {
      const asked = viewsOf(madeUpCreative(id, id === 5_000 ? 4 : 2), 1, 1.2);
      expect(await loaded.search(asked, 20)).toEqual(await index.search(asked, 20));
    }
    // What is added now takes the room of what was removed before.
    for (const each of [index, loaded]) await each.add(madeUpCreatives(3, 6_000));
    expect(await loaded.size()).toEqual(await index.size());
  });

  it("write only blocks again whose creatives have changed", async () => {
    await using folder = await temporaryFolder();
    await using index = await CellIndex.create();
    const blocks = () => readdirSync(folder.path).filter((name) => name.startsWith("block-"));
    // The moments of a creative may begin in one block and end in the next.
    const empty = {
      id: 0,
      moments: new Int8Array(madeUpCreative(0, 1).moments.length * (BLOCK_MOMENTS - 1)),
    };
    await index.add([empty, madeUpCreative(1, 2)]);
    await index.save(folder.path, IDENTITY);
    const before = blocks();
    expect(before).toHaveLength(2);
    await index.add([madeUpCreative(2, 2)]);
    await index.save(folder.path, IDENTITY);
    expect(blocks()).toHaveLength(2);
    expect(blocks().filter((name) => before.includes(name))).toHaveLength(1);
    const { index: again, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = again;
    expect(refused).toBeUndefined();
    expect((await loaded.search(viewsOf(madeUpCreative(1)), 1))[0]).toEqual({ id: 1, squaredDistance: 0 });
  });

  it("notice a full disk, keep what was saved before, and leave nothing else", async () => {
    await using folder = await temporaryFolder();
    const { output } = await childEnd(startChild(SAVE_FOREVER, [folder.path], 100));
    const lines = output.trim().split("\n");
    expect(lines.at(-1)).toBe("failed DISK_FULL");
    const { index, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = index;
    expect(refused).toBeUndefined();
    expect((await loaded.size()).creatives).toBe(Number(lines.at(-2)));
    expect(readdirSync(folder.path)).toHaveLength(5);
  });

  it("are built anew for a graph of other settings", async () => {
    await using folder = await temporaryFolder();
    await savedIndex(folder.path, 20);
    const { index, refused } = await CellIndex.load(folder.path, IDENTITY, { M: 20 });
    await using loaded = index;
    expect(refused).toMatch(/^graph-.* was built with other settings$/);
    expect((await loaded.size()).creatives).toBe(0);
  });

  it("notice a folder that cannot be", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    await using index = await CellIndex.create();
    await expect(index.save(join(file, "index"), IDENTITY)).rejects.toMatchObject({
      code: "STORE_NOT_ACCESSIBLE",
    });
  });

  it("are whole after a kill during a save", async () => {
    await using folder = await temporaryFolder();
    const child = startChild(SAVE_FOREVER, [folder.path]);
    const end = childEnd(child);
    await once(child.stdout as NodeJS.EventEmitter, "data");
    await once(child.stdout as NodeJS.EventEmitter, "data");
    child.kill("SIGKILL");
    const saved = Number((await end).output.trim().split("\n").at(-1));
    const { index, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = index;
    expect(refused).toBeUndefined();
    expect([saved, saved + 20]).toContain((await loaded.size()).creatives);
  });

  it("are refused for another collection, and told from those of another version", async () => {
    await using folder = await temporaryFolder();
    await savedIndex(folder.path, 20);
    const load = async (identity: typeof IDENTITY) => {
      const { index, ...told } = await CellIndex.load(folder.path, identity);
      await using loaded = index;
      return { ...told, creatives: (await loaded.size()).creatives };
    };
    expect(await load(IDENTITY)).toEqual({ outdated: false, creatives: 20 });
    expect(await load({ ...IDENTITY, owner: "other" })).toEqual({
      refused: "its owner is test, not other",
      outdated: false,
      creatives: 0,
    });
    expect(await load({ ...IDENTITY, descriptorVersion: 2 })).toEqual({ outdated: true, creatives: 0 });
    const header = join(folder.path, "header.json");
    writeFileSync(header, readFileSync(header, "utf8").replace(/"format": \d+/, '"format": 1'));
    expect(await load(IDENTITY)).toEqual({ outdated: true, creatives: 0 });
  });

  it.each(["block-", "cells-", "centres-", "graph-"])(
    "are refused with a changed byte or a lost end in %s, and can be filled then",
    async (kind) => {
      await using folder = await temporaryFolder();
      await savedIndex(folder.path, 50);
      const path = join(folder.path, readdirSync(folder.path).find((name) => name.startsWith(kind))!);
      const whole = readFileSync(path);
      for (const spoil of [
        () => writeFileSync(path, Buffer.from(whole).fill(0x55, whole.length - 40, whole.length - 30)),
        () => truncateSync(path, statSync(path).size - 1),
        () => truncateSync(path, 0),
      ]) {
        writeFileSync(path, whole);
        spoil();
        const { index, refused } = await CellIndex.load(folder.path, IDENTITY);
        await using filled = index;
        expect(refused).toMatch(/does not have the checksum/);
        await filled.add(madeUpCreatives(50));
        expect((await filled.search(viewsOf(madeUpCreative(0)), 1))[0]?.id).toBe(0);
      }
    },
  );

  it("hold a whole state while much is added", async () => {
    await using folder = await temporaryFolder();
    await using index = await CellIndex.create();
    const adding = index.add(madeUpCreatives(500));
    const saves = [index.save(folder.path, IDENTITY), index.save(folder.path, IDENTITY)];
    await Promise.all([adding, ...saves]);
    const { index: again, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = again;
    expect(refused).toBeUndefined();
    for (const id of (await loaded.ids()).slice(0, 40))
      expect((await loaded.search(viewsOf(madeUpCreative(id)), 1))[0]?.id).toBe(id);
  });

  it("do not keep a process alive that forgets to close it", async () => {
    await using folder = await temporaryFolder();
    // A file in the folder's place: the first save fails, and nothing is left to do.
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    expect(await childEnd(startChild(SAVE_FOREVER, [file]))).toEqual({
      status: 0,
      output: "failed STORE_NOT_ACCESSIBLE\n",
    });
  });

  it("take creatives after they were saved and loaded empty", async () => {
    await using folder = await temporaryFolder();
    await using index = await CellIndex.create();
    await index.add(madeUpCreatives(5));
    await index.remove([0, 1, 2, 3, 4]);
    await index.save(folder.path, IDENTITY);
    const { index: again, refused } = await CellIndex.load(folder.path, IDENTITY);
    await using loaded = again;
    expect(refused).toBeUndefined();
    await loaded.add(madeUpCreatives(5));
    expect((await loaded.search(viewsOf(madeUpCreative(2), 0.3), 1))[0]?.id).toBe(2);
  });
});
