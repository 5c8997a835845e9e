import { setTimeout as delay } from "node:timers/promises";
import type { BrokenPromise } from "../faults/ledger.js";
import { Ledger } from "../faults/ledger.js";
import { type MemoryPeaks, MemoryWatch } from "../hostile/memory-watch.js";
import { quantile } from "../measuring/quantile.js";
import { ask } from "../serving/request.js";
import type { ServiceProcess } from "../serving/service-process.js";
import { anotherFile } from "../serving/small-uploads.js";

/** How more uploads than can be decoded were answered. */
export interface TooManyUploadsResult {
  /** Uploads a second that were answered when each waited for the one before it, two at a time. */
  readonly capacityASecond: number;
  readonly sentASecond: number;
  readonly sent: number;
  /** Answers by code; `200` for those that were taken. */
  readonly answers: Readonly<Record<string, number>>;
  /** Seconds until an upload that was taken, and one that was not, had its answer: the 99th of a hundred. */
  readonly takenSeconds99: number;
  readonly busySeconds99: number;
  /** Uploads that were acknowledged as taken; all of them are looked for afterwards. */
  readonly acknowledged: number;
  /** What was acknowledged and is not so. */
  readonly lost: readonly BrokenPromise[];
  readonly peaks: MemoryPeaks;
}

/** How many times as many as can be decoded. */
const TIMES = 3;

const AT_A_TIME_FOR_CAPACITY = 2;

/** Sends uploads faster than they can be decoded, each without waiting for the others. */
export async function sendTooManyUploads(
  service: ServiceProcess,
  uploads: readonly Uint8Array[],
  seconds: number,
): Promise<TooManyUploadsResult> {
  const ledger = new Ledger();
  let next = 0;
  const answers: Record<string, number> = {};
  const [taken, busy]: [number[], number[]] = [[], []];
  const upload = async (): Promise<void> => {
    const number = next++;
    const id = `upload-${number}`;
    const began = performance.now();
    const answer = await ask(
      service.url,
      "POST",
      `/v1/creatives?id=${id}`,
      anotherFile(uploads[number % uploads.length]!, number),
    );
    const elapsed = (performance.now() - began) / 1000;
    const name = answer === undefined ? "none" : (answer.code ?? String(answer.status));
    answers[name] = (answers[name] ?? 0) + 1;
    if (answer?.status === 200) taken.push(elapsed);
    else busy.push(elapsed);
    if (answer === undefined) ledger.note(id, "unknown");
    else ledger.note(id, answer.status === 200 ? "present" : "absent");
  };
  const capacityASecond = await measureCapacity(upload, seconds / 2);
  for (const list of [taken, busy]) list.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  using watch = new MemoryWatch(service.pid);
  const sentBefore = next;
  const sentASecond = TIMES * capacityASecond;
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed > seconds) break;
    while (sent.length < elapsed * sentASecond) sent.push(upload());
    await delay(5);
  }
  await Promise.all(sent);
  const { peaks } = watch;
  const listed = await ask(service.url, "GET", "/v1/creatives");
  const ids = String(listed?.body ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).id as string);
  return {
    ...{ capacityASecond, sentASecond, sent: next - sentBefore, answers, peaks },
    takenSeconds99: quantile(taken, 0.99),
    busySeconds99: quantile(busy, 0.99),
    acknowledged: ledger.present().length,
    lost: ledger.settle(ids.filter((id) => id.startsWith("upload-"))),
  };
}

async function measureCapacity(upload: () => Promise<void>, seconds: number): Promise<number> {
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (elapsed() < seconds) {
      await upload();
      done++;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME_FOR_CAPACITY }, worker));
  return done / elapsed();
}
