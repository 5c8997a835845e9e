import { access, constants, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Makes sure that a folder can be written to, and adds up the sizes of the files right in it, bytes. */
export async function writableFolderSize(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(folder, entry.name))).size;
  }
  return bytes;
}
