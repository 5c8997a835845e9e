import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "../../../samples/random.js";
import { damagedBytes } from "../damaged-bytes.js";
import type { Fault } from "../fault.js";

/** The saved search index. */
export const damagedIndex: Fault = {
  name: "damaged-index",
  description: "a file of the saved index is cut short or has bits flipped; found, named and built anew",
  async strike(scene, random) {
    // The first question fills the index, and ending saves it.
    await delay(random.integer(0, 500));
    await scene.restart("SIGTERM", async () => {
      const folder = join(scene.libraryFolder, "index");
      const file = damageOne(folder, random);
      const problems = await scene.problems();
      scene.expect(
        problems.length === 1 && problems[0]?.part === "index",
        `${file} was damaged, and this was found: ${JSON.stringify(problems)}`,
      );
    });
  },
};

function damageOne(folder: string, random: Random): string {
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 0);
  const file = random.pick(files.sort());
  writeFileSync(join(folder, file), damagedBytes(readFileSync(join(folder, file)), random));
  return file;
}
