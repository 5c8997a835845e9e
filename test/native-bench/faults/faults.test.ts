import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { ALL_FAULTS } from "../../../native-bench/faults/all-faults.js";
import { FaultScene } from "../../../native-bench/faults/fault-scene.js";
import { availabilityOf } from "../../../native-bench/faults/request-log.js";
import { permissionsHeeded } from "../../../native-bench/faults/strike-often.js";
import { smallUploads } from "../../../native-bench/serving/small-uploads.js";
import { seededRandom } from "../../../samples/random.js";
import { transpiledCli } from "../../cli/transpiled-cli.js";
import { temporaryFolder } from "../../temporary-folder.js";

/** Once each, to one service after the other; `npm run bench:faults` does them often. Only root may mount a disk. */
const faults = ALL_FAULTS.filter(({ diskBytes }) => diskBytes === undefined);

it("a service has all it acknowledged, whatever is done to it, and answers meanwhile", async () => {
  await using temporary = await temporaryFolder();
  const folder = join(temporary.path, "scene");
  mkdirSync(folder);
  const random = seededRandom("faults in tests", 1);
  await using scene = await FaultScene.open({
    program: transpiledCli(),
    folder,
    uploads: await smallUploads(join(temporary.path, "uploads")),
    seed: 1,
    wrapper: permissionsHeeded(),
  });
  for (const fault of faults) {
    await scene.untilAcknowledged(2);
    await delay(random.integer(0, 200));
    await fault.strike(scene, random);
    await scene.settle();
    expect(scene.broken, fault.name).toEqual([]);
  }
  expect(await scene.close()).toEqual([]);
  expect(scene.broken).toEqual([]);
  expect(scene.ledger.acknowledged).toBeGreaterThan(faults.length);
  expect(availabilityOf(scene.requests, scene.restarts)).toMatchObject({ failures: {} });
});
