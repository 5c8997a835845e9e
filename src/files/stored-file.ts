import { readFile } from "node:fs/promises";
import { SamecutError } from "../errors.js";
import { writeAtomically } from "./atomic-file.js";
import { writeError } from "./write-error.js";

/** The text of a file that is kept; undefined when there is none. Throws STORE_NOT_ACCESSIBLE. */
export async function readStored(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new SamecutError("STORE_NOT_ACCESSIBLE", { path, cause });
  }
}

/** Keeps a text as a file, as `writeAtomically` does; it lasts once this resolves. Throws DISK_FULL, STORE_NOT_ACCESSIBLE. */
export async function writeStored(path: string, text: string): Promise<void> {
  try {
    await writeAtomically(path, text);
  } catch (error) {
    throw writeError(error, path);
  }
}
