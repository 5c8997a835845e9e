import { scan } from "../../src/scan/scan.js";
import { cpuSeconds, cpuSecondsSince } from "../measuring/cpu-seconds.js";
import type { KnownFolder } from "./known-folder.js";

/** What a scan took and found. */
export interface ScanCost {
  /** Until all files were recognised, and until all were compared; wall-clock seconds. */
  readonly readingSeconds: number;
  readonly comparingSeconds: number;
  /** CPU time of all threads, seconds. */
  readonly cpuSeconds: number;
  /** Edited copies that are listed with their originals, and listed pairs that are none of these. */
  readonly found: number;
  readonly others: number;
}

/** Scans a folder whose files are known. */
export async function measureScan(
  { folder, cacheFolder, copies }: KnownFolder,
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<ScanCost> {
  const before = cpuSeconds();
  const startedAt = performance.now();
  const passed = (): number => (performance.now() - startedAt) / 1000;
  let readingSeconds = 0;
  const listed = new Set<string>();
  for await (const event of scan([folder], { cacheFolder, jobs, signal })) {
    if (event.type === "comparing" && event.done === 0) readingSeconds = passed();
    if (event.type === "pair") listed.add(`${event.pair.a} ${event.pair.b}`);
  }
  const found = copies.filter(({ original, copy }) => listed.has(`${original} ${copy}`)).length;
  return {
    readingSeconds,
    comparingSeconds: passed() - readingSeconds,
    cpuSeconds: cpuSecondsSince(before).own,
    found,
    others: listed.size - found,
  };
}
