import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { seededRandom } from "../../samples/random.js";
import type { LoggedFailure } from "../serving/service-process.js";
import type { SmallUpload } from "../serving/small-uploads.js";
import type { Fault } from "./fault.js";
import { FaultScene } from "./fault-scene.js";
import type { BrokenPromise } from "./ledger.js";
import { type Availability, availabilityOf } from "./request-log.js";
import { mountSmallDisk } from "./small-disk.js";

/** What a fault did to a service. */
export interface FaultResult {
  readonly fault: string;
  readonly strikes: number;
  /** Writes the service acknowledged, all of which were looked for after every strike. */
  readonly acknowledged: number;
  /** What was promised and did not hold; empty when all is well. */
  readonly broken: readonly BrokenPromise[];
  readonly availability: Availability;
  /** Seconds without a service, for each restart. */
  readonly restartSeconds: readonly number[];
  /** What the services' logs told of failures. */
  readonly logged: readonly LoggedFailure[];
}

/** How a fault is tried. */
export interface StrikeOptions {
  /** The command line as JavaScript. */
  readonly program: string;
  readonly uploads: readonly SmallUpload[];
  readonly strikes: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Most writes that are acknowledged, and then the longest time, milliseconds, before a strike. */
const QUIET_WRITES = 8;
const QUIET_MILLISECONDS = 900;

/** Starts a program so that permissions hold it back: those of files are nothing to root, unless it gives some rights away. */
export function permissionsHeeded(): readonly string[] {
  return process.getuid?.() === 0 ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : [];
}

/**
 * Does a fault to a service under traffic, again and again at random moments, and compares after each what is there with
 * what was acknowledged. Undefined where this user may not do it.
 */
export async function strikeOften(fault: Fault, options: StrikeOptions): Promise<FaultResult | undefined> {
  const { program, uploads, strikes, seed, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), "samecut-faults-"));
  try {
    await using disk = fault.diskBytes === undefined ? null : await mountSmallDisk(folder, fault.diskBytes);
    if (disk === undefined) return undefined;
    const random = seededRandom("strikes", fault.name, seed);
    await using scene = await FaultScene.open({
      ...{ program, folder, uploads, seed },
      ...(fault.heedsPermissions ? { wrapper: permissionsHeeded() } : {}),
    });
    for (let strike = 0; strike < strikes; strike++) {
      signal?.throwIfAborted();
      await scene.untilAcknowledged(random.integer(1, QUIET_WRITES));
      await delay(random.integer(0, QUIET_MILLISECONDS));
      await fault.strike(scene, random);
      await scene.settle();
    }
    const problems = await scene.close();
    scene.expect(problems.length === 0, `found afterwards: ${JSON.stringify(problems)}`);
    return {
      ...{ fault: fault.name, strikes, acknowledged: scene.ledger.acknowledged, broken: scene.broken },
      availability: availabilityOf(scene.requests, scene.restarts),
      logged: scene.logged,
      restartSeconds: scene.restarts.map(({ from, to }) => (to - from) / 1000),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
