import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "../../../samples/random.js";
import type { Fault } from "../fault.js";

/** Bytes that are left at most. */
const MOST_LEFT = 200 * 1024;

const BLOCK = Buffer.alloc(16 * 1024);

/** The file system of library and uploads. */
export const fullDisk: Fault = {
  name: "full-disk",
  description: "the file system fills up and is freed again; writes are refused meanwhile, none by halves",
  diskBytes: 24 * 1024 ** 2,
  async strike(scene, random) {
    const filler = join(scene.folder, "filler");
    fill(filler, random);
    await delay(random.integer(200, 1_200));
    rmSync(filler);
  },
};

function fill(path: string, random: Random): void {
  const reserve = `${path}-reserve`;
  const reserved = openSync(reserve, "w");
  for (let left = random.integer(0, MOST_LEFT); left > 0; left -= BLOCK.length) tryWrite(reserved);
  closeSync(reserved);
  const file = openSync(path, "w");
  while (tryWrite(file));
  closeSync(file);
  rmSync(reserve);
}

function tryWrite(file: number): boolean {
  try {
    return writeSync(file, BLOCK) > 0;
  } catch {
    return false;
  }
}
