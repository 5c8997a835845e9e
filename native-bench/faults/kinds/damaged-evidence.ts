import { join } from "node:path";
import Database from "better-sqlite3";
import type { Random } from "../../../samples/random.js";
import { damagedBytes } from "../damaged-bytes.js";
import type { Fault } from "../fault.js";

/** The row of what a creative is found by. */
export const damagedEvidence: Fault = {
  name: "damaged-evidence",
  description:
    "what a creative is found by is cut short or has bits flipped; named by verify, and mended when the service starts",
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
    });
  },
};

function damage(path: string, id: string, random: Random): void {
  const database = new Database(path, { timeout: 10_000 });
  try {
    const row = database
      .prepare("SELECT descriptors, hashes FROM evidence JOIN creative ON number = creative WHERE id = ?")
      .get(id) as Readonly<Record<string, Uint8Array>>;
    const [column, bytes] = random.pick(Object.entries(row).filter(([, each]) => each.length > 0));
    database
      .prepare(
        `UPDATE evidence SET ${column} = ? WHERE creative = (SELECT number FROM creative WHERE id = ?)`,
      )
      .run(damagedBytes(bytes, random), id);
  } finally {
    database.close();
  }
}
