import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Folders of this name hold spooled inputs, each of the process whose id follows. */
const NAME = /^samecut-spool-(\d+)-/;

/** No input is read for longer, milliseconds; processes of other containers may share the folder and cannot be seen. */
const OLDEST_MILLISECONDS = 2 * 60 * 60 * 1000;

let swept: Promise<void> | undefined;

/** How the name of a folder with an input of a process begins. */
export function spoolPrefix(pid: number): string {
  return `samecut-spool-${pid}-`;
}

/**
 * Removes what processes that were killed left in the folder of temporary files, once in the life of this process. What
 * cannot be removed is left alone.
 */
export function removeAbandoned(temporaryFolder: string): Promise<void> {
  swept ??= sweep(temporaryFolder).catch(() => undefined);
  return swept;
}

/** {@link removeAbandoned}, however often. Rejects when the folder cannot be read. */
export async function sweep(temporaryFolder: string): Promise<void> {
  for (const name of await readdir(temporaryFolder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(temporaryFolder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > OLDEST_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is there, and not ours to ask.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
