import { once } from "node:events";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCompleteGraphFile } from "../../src/index/hnsw/graph-file-length.js";
import { HnswNeighbours } from "../../src/index/hnsw/hnsw-neighbours.js";
import { childEnd, startChild } from "../child-process.js";
import { temporaryFolder } from "../temporary-folder.js";
import { near, unitVectors } from "./unit-vectors.js";

const OWNER = { owner: "test", descriptorVersion: 1 };
const SAVE_FOREVER = new URL("save-forever.ts", import.meta.url);

const entriesOf = (vectors: readonly Float32Array[]) => vectors.map((vector, id) => ({ id, vector }));

async function savedIndex(folder: string, vectors: readonly Float32Array[]): Promise<void> {
  await using index = await HnswNeighbours.create(vectors[0]?.length ?? 16);
  await index.add(entriesOf(vectors));
  await index.save(folder, OWNER);
}

describe("saved indexes, traps of hnswlib-node (src/index/hnsw/TRAPS.md)", () => {
  it("9: grows in segments and writes again only those that changed", async () => {
    await using folder = await temporaryFolder();
    const settings = { segmentVectors: 1000 };
    await using index = await HnswNeighbours.create(16, settings);
    const segments = () => readdirSync(folder.path).filter((name) => name.endsWith(".hnsw"));
    await index.add(entriesOf(unitVectors(2500, 16)));
    await index.save(folder.path, OWNER);
    const before = segments();
    expect(before).toHaveLength(3);
    await index.add([{ id: 5000, vector: unitVectors(1, 16, 9)[0] as Float32Array }]);
    await index.save(folder.path, OWNER);
    expect(segments().filter((name) => before.includes(name))).toHaveLength(2);
    expect(segments()).toHaveLength(3);
    const { index: again, refused } = await HnswNeighbours.load(folder.path, 16, OWNER, settings);
    await using loaded = again;
    expect(refused).toBeUndefined();
    expect(await loaded.size()).toEqual(await index.size());
  });

  it("10: notices a full disk, keeps what was saved before, and leaves nothing else", async () => {
    await using folder = await temporaryFolder();
    const { output } = await childEnd(startChild(SAVE_FOREVER, [folder.path], 100));
    const lines = output.trim().split("\n");
    expect(lines.at(-1)).toBe("failed DISK_FULL");
    const { index, refused } = await HnswNeighbours.load(folder.path, 16, OWNER);
    await using loaded = index;
    expect(refused).toBeUndefined();
    expect((await loaded.size()).vectors).toBe(Number(lines.at(-2)));
    expect(readdirSync(folder.path)).toHaveLength(3);
  });

  it("10: notices a folder that cannot be", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    await using index = await HnswNeighbours.create(16);
    await expect(index.save(join(file, "index"), OWNER)).rejects.toMatchObject({
      code: "STORE_NOT_ACCESSIBLE",
    });
  });

  it("11: a kill during a save leaves an index that was saved", async () => {
    await using folder = await temporaryFolder();
    const child = startChild(SAVE_FOREVER, [folder.path]);
    const end = childEnd(child);
    await once(child.stdout as NodeJS.EventEmitter, "data");
    await once(child.stdout as NodeJS.EventEmitter, "data");
    child.kill("SIGKILL");
    const saved = Number((await end).output.trim().split("\n").at(-1));
    const { index, refused } = await HnswNeighbours.load(folder.path, 16, OWNER);
    await using loaded = index;
    expect(refused).toBeUndefined();
    expect([saved, saved + 100]).toContain((await loaded.size()).vectors);
  });

  it("12: refuses an index of another dimension, collection, descriptor version or setting", async () => {
    await using folder = await temporaryFolder();
    await savedIndex(folder.path, unitVectors(20, 16));
    const load = async (dimension: number, owner: typeof OWNER, M = 16) => {
      const { index, refused } = await HnswNeighbours.load(folder.path, dimension, owner, { M });
      await using loaded = index;
      return { refused, creatives: (await loaded.size()).creatives };
    };
    expect(await load(16, OWNER)).toEqual({ refused: undefined, creatives: 20 });
    expect(await load(8, OWNER)).toEqual({ refused: "its dimension is 16, not 8", creatives: 0 });
    expect((await load(16, { ...OWNER, owner: "other" })).refused).toMatch(/owner/);
    expect((await load(16, { ...OWNER, descriptorVersion: 2 })).refused).toMatch(/descriptorVersion/);
    expect((await load(16, OWNER, 8)).refused).toMatch(/M is 16/);
  });

  it("13, 14: refuses files with a changed byte or a lost end, and can be filled then", async () => {
    await using folder = await temporaryFolder();
    const vectors = unitVectors(50, 16);
    await savedIndex(folder.path, vectors);
    const path = join(folder.path, readdirSync(folder.path).find((name) => name.endsWith(".hnsw")) as string);
    const whole = readFileSync(path);
    for (const spoil of [
      () => writeFileSync(path, Buffer.from(whole).fill(0xff, whole.length - 600, whole.length - 590)),
      () => truncateSync(path, whole.length - 1),
      () => truncateSync(path, 0),
    ]) {
      writeFileSync(path, whole);
      spoil();
      const { index, refused } = await HnswNeighbours.load(folder.path, 16, OWNER);
      await using filled = index;
      expect(refused).toMatch(/does not have the digest/);
      await filled.add(entriesOf(vectors));
      expect((await filled.search(vectors.slice(0, 1), { k: 1 }))[0]?.[0]?.id).toBe(0);
    }
    expect(isCompleteGraphFile(whole)).toBe(true);
    expect(isCompleteGraphFile(whole.subarray(0, -1))).toBe(false);
    expect(isCompleteGraphFile(Buffer.concat([whole, Buffer.alloc(4)]))).toBe(false);
  });

  it("15: saves a whole state while much is added", async () => {
    await using folder = await temporaryFolder();
    await using index = await HnswNeighbours.create(16);
    const vectors = unitVectors(3000, 16);
    const adding = index.add(entriesOf(vectors));
    const saves = [index.save(folder.path, OWNER), index.save(folder.path, OWNER)];
    await Promise.all([adding, ...saves]);
    const { index: again, refused } = await HnswNeighbours.load(folder.path, 16, OWNER);
    await using loaded = again;
    expect(refused).toBeUndefined();
    const held = await loaded.ids();
    const answers = await loaded.search(
      held.map((id) => vectors[id] as Float32Array),
      { k: 1 },
    );
    expect(answers.map((answer) => answer[0]?.id)).toEqual(held);
  });

  it("16: does not keep a process alive that forgets to close it", async () => {
    await using folder = await temporaryFolder();
    // A file in the folder's place: the first save fails, and nothing is left to do.
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    expect(await childEnd(startChild(SAVE_FOREVER, [file]))).toEqual({
      status: 0,
      output: "failed STORE_NOT_ACCESSIBLE\n",
    });
  });

  it("18: takes vectors after it was saved and loaded empty", async () => {
    await using folder = await temporaryFolder();
    await using index = await HnswNeighbours.create(16);
    const vectors = unitVectors(5, 16);
    await index.add(entriesOf(vectors));
    await index.remove([0, 1, 2, 3, 4]);
    await index.save(folder.path, OWNER);
    const { index: again, refused } = await HnswNeighbours.load(folder.path, 16, OWNER);
    await using loaded = again;
    expect(refused).toBeUndefined();
    await loaded.add(entriesOf(vectors));
    expect((await loaded.search([near(vectors[2] as Float32Array, 0.01, 1)], { k: 1 }))[0]?.[0]?.id).toBe(2);
  });
});
