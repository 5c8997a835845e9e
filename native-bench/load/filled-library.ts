import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { startBar } from "../../samples/progress.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";
import type { SyntheticCreatives } from "../scale/synthetic-creatives.js";
import { LoadCreatives } from "./load-creatives.js";
import { LoadPairs } from "./load-pairs.js";

/** Creatives put at a time. */
const BATCH = 500;

/**
 * The folder of a library of made-up creatives with their fingerprints, pairs and index. It is kept: the next call with the
 * same number and seed finds it filled.
 */
export async function filledLibrary(
  synthetic: SyntheticCreatives,
  creatives: number,
  options: { readonly seed: number; readonly signal: AbortSignal },
): Promise<string> {
  const folder = join(OUT_FOLDER, `load-library-${creatives}-${options.seed}`);
  if (await exists(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await fill(unfinished, synthetic, creatives, options);
  await rename(unfinished, folder);
  return folder;
}

async function fill(
  folder: string,
  synthetic: SyntheticCreatives,
  creatives: number,
  { seed, signal }: { readonly seed: number; readonly signal: AbortSignal },
): Promise<void> {
  process.stderr.write("Comparing\n");
  const pairs = new LoadPairs(synthetic, seed);
  const made = new LoadCreatives(synthetic, seed);
  await using store = await EmbeddedStore.open(folder);
  const bar = startBar("Filling the library", creatives);
  try {
    for (let first = 0; first < creatives; first += BATCH) {
      signal.throwIfAborted();
      const numbers = Array.from({ length: Math.min(BATCH, creatives - first) }, (_, i) => first + i);
      await store.put(
        numbers.map((number) => made.entry(number)),
        numbers.flatMap((number) => pairs.of(number)),
      );
      bar.increment(numbers.length);
    }
  } finally {
    bar.stop();
  }
  // The first question builds the index; closing saves it.
  process.stderr.write("Building the index\n");
  await store.candidates(candidateQuery(synthetic.creative(0)), {});
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
