import { join } from "node:path";
import Database from "better-sqlite3";
import type { Random } from "../../../samples/random.js";
import { openLibrary } from "../../../src/library/open-library.js";
import { damagedBytes } from "../damaged-bytes.js";
import type { Fault } from "../fault.js";

/** What creatives are found by: a table and its column. */
const KEPT_IN = [
  ["descriptor", "bytes"],
  ["evidence", "hashes"],
] as const;

/** The rows of what a creative is found by. */
export const damagedEvidence: Fault = {
  name: "damaged-evidence",
  description:
    "what a creative is found by is cut short or has bits flipped; named by verify, and mended by rebuild",
  async strike(scene, random) {
    await scene.settle();
    await scene.pause();
    const present = scene.ledger.present();
    if (present.length === 0) return scene.resume();
    const id = random.pick(present);
    damage(join(scene.libraryFolder, "library.sqlite"), id, random);
    scene.resume();
    await scene.restart(random.pick(["SIGTERM", "SIGKILL"]), async () => {
      const problems = await scene.problems();
      const named = problems.filter(({ part }) => part === "evidence");
      scene.expect(
        named.length === 1 && named[0]?.creative === id,
        `what ${id} is found by was damaged, and this was found: ${JSON.stringify(problems)}`,
      );
      // The descriptors are not read, and so not mended, while the index has saved them.
      await using library = await openLibrary(scene.libraryFolder);
      await library.rebuild();
    });
  },
};

function damage(path: string, id: string, random: Random): void {
  const database = new Database(path, { timeout: 10_000 });
  try {
    const number = database.prepare("SELECT number FROM creative WHERE id = ?").pluck().get(id);
    const kept = KEPT_IN.map(([table, column]) => {
      const row = database.prepare(`SELECT ${column} FROM ${table} WHERE creative = ?`).pluck();
      return { table, column, bytes: row.get(number) as Uint8Array };
    });
    const { table, column, bytes } = random.pick(kept.filter(({ bytes }) => bytes.length > 0));
    database
      .prepare(`UPDATE ${table} SET ${column} = ? WHERE creative = ?`)
      .run(damagedBytes(bytes, random), number);
  } finally {
    database.close();
  }
}
