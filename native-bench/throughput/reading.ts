import PQueue from "p-queue";
import { startBar } from "../../samples/progress.js";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import { setDecodingConcurrency } from "../../src/intake/decoding-queue.js";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { type CpuSeconds, cpuSeconds, cpuSecondsSince } from "../measuring/cpu-seconds.js";

/** What fingerprinting a folder took. */
export interface ReadingCost {
  readonly encoded: readonly Uint8Array[];
  /** Files that are no readable creatives. */
  readonly failures: number;
  /** Length of all creatives together; images count nothing. */
  readonly durationSeconds: number;
  readonly wallSeconds: number;
  readonly cpu: CpuSeconds;
}

/** Fingerprints files without any cache, `jobs` at a time. */
export async function measureReading(
  paths: readonly string[],
  jobs: number,
  signal: AbortSignal,
): Promise<ReadingCost> {
  setDecodingConcurrency(jobs);
  const encoded: Uint8Array[] = [];
  let failures = 0;
  let durationSeconds = 0;
  const bar = startBar("Fingerprints", paths.length);
  const readOne = async (path: string): Promise<void> => {
    try {
      const fingerprint = await fingerprintCreative(path, { signal });
      encoded.push(encodeFingerprint(fingerprint));
      if (fingerprint.kind === "video") durationSeconds += fingerprint.durationSeconds;
    } catch {
      signal.throwIfAborted();
      failures++;
    }
    bar.increment();
  };
  const before = cpuSeconds();
  const startedAt = performance.now();
  const queue = new PQueue({ concurrency: jobs });
  try {
    await queue.addAll(paths.map((path) => () => readOne(path)));
  } finally {
    queue.clear();
    bar.stop();
  }
  const wallSeconds = (performance.now() - startedAt) / 1000;
  return { encoded, failures, durationSeconds, wallSeconds, cpu: cpuSecondsSince(before) };
}
