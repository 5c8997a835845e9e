import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../fault.js";

/** Permissions of the library's folder. */
export const readOnlyFolder: Fault = {
  name: "read-only-folder",
  description:
    "the library may not be written any more, then the service is ended; it says why it does not start",
  heedsPermissions: true,
  async strike(scene, random) {
    setWritable(scene.libraryFolder, false);
    await delay(random.integer(0, 500));
    await scene.restart(random.pick(["SIGKILL", "SIGTERM"]), async () => {
      const said = await scene.refusalToStart();
      scene.expect(
        said?.includes("STORE_NOT_ACCESSIBLE") ?? false,
        `on a read-only folder it said: ${said ?? "nothing, and started"}`,
      );
      setWritable(scene.libraryFolder, true);
    });
  },
};

function setWritable(folder: string, writable: boolean): void {
  chmodSync(folder, writable ? 0o755 : 0o555);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) setWritable(path, writable);
    else chmodSync(path, writable ? 0o644 : 0o444);
  }
}
