import { join } from "node:path";
import Database from "better-sqlite3";
import type { Random } from "../../../samples/random.js";
import { ask } from "../../serving/request.js";
import { damagedBytes } from "../damaged-bytes.js";
import type { Fault } from "../fault.js";
import type { FaultScene } from "../fault-scene.js";

/** The row of a fingerprint. */
export const damagedFingerprint: Fault = {
  name: "damaged-fingerprint",
  description:
    "a stored fingerprint is cut short or has bits flipped; named by verify and by answers, nothing else is lost",
  async strike(scene, random) {
    await scene.settle();
    await scene.pause();
    const present = scene.ledger.present();
    if (present.length === 0) return scene.resume();
    const id = random.pick(present);
    damage(join(scene.libraryFolder, "library.sqlite"), id, random);
    // A copy that nothing else refuses is told COMPARISON_INCOMPLETE now.
    scene.ledger.note(id, "unknown");
    scene.resume();
    await expectNamed(scene, id);
    await scene.restart(random.pick(["SIGTERM", "SIGKILL"]), async () => {
      const problems = await scene.problems();
      const named = problems.filter(({ part }) => part === "fingerprint");
      scene.expect(
        named.length === 1 && named[0]?.creative === id,
        `the fingerprint of ${id} was damaged, and this was found: ${JSON.stringify(problems)}`,
      );
    });
    const removed = await ask(scene.service.url, "DELETE", `/v1/creatives/${id}`);
    scene.expect(removed?.status === 204, "a creative with a damaged fingerprint could not be removed", id);
    scene.ledger.note(id, "absent");
  },
};

async function expectNamed(scene: FaultScene, id: string): Promise<void> {
  const { url } = scene.service;
  const got = await ask(url, "GET", `/v1/creatives/${id}`);
  scene.expect(got?.status === 200, `a creative with a damaged fingerprint was answered ${got?.status}`, id);
  // More than are known without a search.
  const nearest = await ask(url, "GET", `/v1/creatives/${id}/nearest?k=100`);
  scene.expect(nearest?.code === "FINGERPRINT_DAMAGED", `asked for its neighbours: ${nearest?.code}`, id);
}

function damage(path: string, id: string, random: Random): void {
  const database = new Database(path, { timeout: 10_000 });
  try {
    const row = database
      .prepare("SELECT creative, bytes FROM fingerprint JOIN creative ON number = creative WHERE id = ?")
      .get(id) as { readonly creative: number; readonly bytes: Uint8Array };
    database
      .prepare("UPDATE fingerprint SET bytes = ? WHERE creative = ?")
      .run(damagedBytes(row.bytes, random), row.creative);
  } finally {
    database.close();
  }
}
