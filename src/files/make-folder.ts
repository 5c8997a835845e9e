import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it that are missing; one that is there already is fine. Throws Node's error. Node's own `recursive`
 * tries for ever where a folder that is there says ENOENT of any in it, as `/proc` does.
 *
 * @param path not empty
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    const above = dirname(path);
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync(above);
    if (!isMissing || above === path) throw error;
    makeFolder(above);
    makeFolder(path);
  }
}
