import { join } from "node:path";
import PQueue from "p-queue";
import { startBar } from "../../samples/progress.js";
import { setDecodingConcurrency } from "../../src/intake/decoding-queue.js";
import { FileReader } from "../../src/scan/file-reader.js";
import type { ScanCache } from "../../src/scan/scan-cache.js";

/** Encoded fingerprints by path in the corpus, and what could not be read. */
export interface FingerprintedFiles {
  readonly encoded: ReadonlyMap<string, Uint8Array>;
  /** Paths in the corpus, each with what was wrong. */
  readonly failures: readonly { readonly file: string; readonly message: string }[];
}

/** Fingerprints files as a scan does: each content once, and none whose fingerprint the cache has. */
export async function fingerprintFiles(
  folder: string,
  files: readonly string[],
  cache: ScanCache,
  options: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<FingerprintedFiles> {
  const { jobs, signal } = options;
  setDecodingConcurrency(jobs);
  const reader = new FileReader(cache);
  const encoded = new Map<string, Uint8Array>();
  const failures: { file: string; message: string }[] = [];
  const bar = startBar("Fingerprints", files.length);
  const readOne = async (file: string): Promise<void> => {
    try {
      encoded.set(file, (await reader.read(join(folder, file), signal)).encoded);
    } catch (error) {
      signal.throwIfAborted();
      failures.push({ file, message: (error as Error).message });
    }
    bar.increment();
  };
  const queue = new PQueue({ concurrency: jobs });
  try {
    await queue.addAll(files.map((file) => () => readOne(file)));
  } finally {
    queue.clear();
    bar.stop();
  }
  return { encoded, failures };
}
