import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: beside it under another name,
 * synced, then renamed. Missing folders are made. Throws Node's error; nothing is left behind then.
 */
export async function writeAtomically(path: string, content: string | AsyncIterable<string>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomUUID()}.part`);
  try {
    await writeSynced(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeSynced(path: string, content: string | AsyncIterable<string>): Promise<void> {
  await using file = await open(path, "wx");
  for await (const part of typeof content === "string" ? [content] : content) await file.write(part);
  await file.sync();
}
