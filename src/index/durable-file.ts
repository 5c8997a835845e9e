import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeError } from "../files/write-error.js";

/** The ending of a file that is not finished; whoever finds one may delete it. */
const UNFINISHED_SUFFIX = ".unfinished";

/**
 * Makes a file appear whole or not at all, also after a power cut: `write` fills a temporary name, which is synced
 * and renamed. The old file, if there is one, stays until then, and also when `write` throws.
 * Throws DISK_FULL or STORE_NOT_ACCESSIBLE for the system's errors.
 */
export function replaceFile(path: string, write: (temporaryPath: string) => void): void {
  const temporaryPath = path + UNFINISHED_SUFFIX;
  try {
    write(temporaryPath);
    syncPath(temporaryPath);
    renameSync(temporaryPath, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporaryPath, { force: true });
    throw writeError(error, path);
  }
}

/** {@link replaceFile} with bytes that are at hand. */
export function replaceFileWith(path: string, bytes: Uint8Array | string): void {
  replaceFile(path, (temporaryPath) => writeFileSync(temporaryPath, bytes));
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder, and needs no sync of it for a rename to last.
  if (process.platform !== "win32") syncPath(folder);
}

function syncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
