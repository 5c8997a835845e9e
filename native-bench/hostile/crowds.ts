import { setTimeout as delay } from "node:timers/promises";
import { readProcess } from "../serving/process-tree.js";
import { ask } from "../serving/request.js";
import type { ServiceProcess } from "../serving/service-process.js";
import type { MediaSeed } from "./media-seeds.js";
import { RawConnection } from "./raw-connection.js";

/** What a crowd of connections did to a service. */
export interface CrowdResult {
  readonly connections: number;
  /** Of these, those that were still open when all had been opened. */
  readonly held: number;
  /** Seconds an ordinary request took meanwhile; undefined where it was not answered. */
  readonly ordinarySeconds: number | undefined;
  /** The same when they were gone. */
  readonly afterwardsSeconds: number | undefined;
  /** Memory of the service with all of them, bytes. */
  readonly residentBytes: number;
}

/** Connections opened at a time. */
const AT_ONCE = 250;

/** Opens many connections that ask for something by halves, asks for something else meanwhile, and lets go of them. */
export async function crowd(service: ServiceProcess, connections: number): Promise<CrowdResult> {
  // Asks before the crowd comes, so that it has a connection already.
  await ordinarySeconds(service);
  const open: RawConnection[] = [];
  for (let first = 0; first < connections; first += AT_ONCE) {
    const some = Array.from(
      { length: Math.min(AT_ONCE, connections - first) },
      () => new RawConnection(service.url),
    );
    await Promise.all(some.map((each) => each.opened));
    for (const each of some) each.write("GET /v1/creatives HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    open.push(...some);
    // Keeps that connection.
    await ordinarySeconds(service);
  }
  await delay(500);
  const held = open.filter((each) => each.isOpen).length;
  const seconds = await ordinarySeconds(service);
  const residentBytes = readProcess(service.pid)?.residentBytes ?? 0;
  for (const each of open) each.destroy();
  await delay(1_000);
  return {
    ...{ connections, held, ordinarySeconds: seconds, residentBytes },
    afterwardsSeconds: await ordinarySeconds(service),
  };
}

/** What slow uploads did to a service. */
export interface SlowUploadResult {
  readonly uploads: number;
  /** How they were answered, by code; `closed` without one, `open` where the service never ended them. */
  readonly endings: Readonly<Record<string, number>>;
  /** Seconds until the last one was ended. */
  readonly seconds: number;
  /** Seconds until an ordinary upload was taken while they were under way; undefined where it never was. */
  readonly ordinarySeconds: number | undefined;
}

const DRIP_MILLISECONDS = 250;

/** Uploads that come a byte at a time, and an ordinary one that has to wait for them. */
export async function slowUploads(
  service: ServiceProcess,
  seeds: readonly MediaSeed[],
  uploads: number,
  patienceSeconds: number,
): Promise<SlowUploadResult> {
  const began = performance.now();
  const clip = seeds[0]!.bytes;
  const slow = Array.from({ length: uploads }, () => new RawConnection(service.url));
  await Promise.all(slow.map((each) => each.opened));
  for (const each of slow)
    each.write(
      "POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: video/mp4\r\ncontent-length: 900000\r\n\r\n",
    );
  const drip = setInterval(() => {
    for (const each of slow) each.write("a");
  }, DRIP_MILLISECONDS);
  const ordinary = ordinaryUploadSeconds(service, clip, patienceSeconds);
  const endings: Record<string, number> = {};
  for (const { closed, code } of await Promise.all(slow.map((each) => each.ending(patienceSeconds)))) {
    const name = code ?? (closed ? "closed" : "open");
    endings[name] = (endings[name] ?? 0) + 1;
  }
  clearInterval(drip);
  const seconds = (performance.now() - began) / 1000;
  return { uploads, endings, seconds, ordinarySeconds: await ordinary };
}

async function ordinaryUploadSeconds(
  service: ServiceProcess,
  clip: Uint8Array,
  patienceSeconds: number,
): Promise<number | undefined> {
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  await delay(1_000);
  while (elapsed() < patienceSeconds) {
    const answer = await ask(service.url, "POST", "/v1/check", clip);
    if (answer?.status === 200) return elapsed();
    await delay(250);
  }
  return undefined;
}

async function ordinarySeconds(service: ServiceProcess): Promise<number | undefined> {
  const began = performance.now();
  const answer = await ask(service.url, "GET", "/healthz", undefined, AbortSignal.timeout(10_000));
  return answer?.status === 200 ? (performance.now() - began) / 1000 : undefined;
}
