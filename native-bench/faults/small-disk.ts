import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A file system of its own in a folder; disposing takes it away. */
export type SmallDisk = AsyncDisposable;

const run = promisify(execFile);

/** Mounts a file system in memory of some bytes over a folder; undefined where this user may not (only root may). */
export async function mountSmallDisk(folder: string, bytes: number): Promise<SmallDisk | undefined> {
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${bytes},mode=700`, "samecut-faults", folder]);
  } catch {
    return undefined;
  }
  return {
    [Symbol.asyncDispose]: async () => {
      await run("umount", [folder]);
    },
  };
}
