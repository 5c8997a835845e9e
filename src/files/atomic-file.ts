import { randomUUID } from "node:crypto";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";

/** What a file gets, all of it. */
export type FileContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: beside it under another name,
 * synced, then renamed. Missing folders are made. Throws Node's error; nothing is left behind then.
 *
 * @param mode the file's permissions, such as 0o600; default: what the process gives to new files
 */
export async function writeAtomically(path: string, content: FileContent, mode?: number): Promise<void> {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomUUID()}.part`);
  try {
    await writeSynced(temporary, content, mode);
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeSynced(path: string, content: FileContent, mode: number | undefined): Promise<void> {
  await using file = await open(path, "wx", mode);
  // Not `file.write`, which may write a part only, and says so in its result alone.
  await writeFile(file, content);
  await file.sync();
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and needs no sync of it for a rename to last.
  if (process.platform === "win32") return;
  await using handle = await open(folder, "r");
  await handle.sync();
}
