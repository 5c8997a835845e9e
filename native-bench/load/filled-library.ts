import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { startBar } from "../../samples/progress.js";
import { encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { describeCreative, type StoredPair } from "../../src/library/creative.js";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import type { NewCreative } from "../../src/library/store.js";
import { candidateQuery } from "../../src/matching/candidate-evidence.js";
import { createComparer } from "../../src/verdict/compare.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";
import { plantedEdit } from "../scale/planted-edit.js";
import type { SyntheticCreatives } from "../scale/synthetic-creatives.js";

/** Creatives put at a time. */
const BATCH = 100;

/** One creative in so many is an edited copy of the one before it. */
const COPY_EVERY = 20;

/** The id of a creative by its number from 0. */
export function loadId(number: number): string {
  return `made-up-${number}`;
}

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
  await using store = EmbeddedStore.open(folder);
  const bar = startBar("Filling the library", creatives);
  let last: Fingerprint | undefined;
  try {
    for (let first = 0; first < creatives; first += BATCH) {
      signal.throwIfAborted();
      const batch: NewCreative[] = [];
      const pairs: StoredPair[] = [];
      for (let number = first; number < Math.min(creatives, first + BATCH); number++) {
        const original = number % COPY_EVERY === 1 ? last : undefined;
        const fingerprint =
          original === undefined
            ? synthetic.creative(number)
            : plantedEdit(original, number, seed, (random) => synthetic.realPicture(random));
        if (original !== undefined) {
          const verdict = createComparer(fingerprint).compareWith(original);
          if (verdict.grade !== "distinct") pairs.push({ a: loadId(number - 1), b: loadId(number), verdict });
        }
        batch.push(entry(fingerprint, number));
        last = fingerprint;
      }
      await store.put(batch, pairs);
      bar.increment(batch.length);
    }
  } finally {
    bar.stop();
  }
  // The first question builds the index; closing saves it.
  process.stderr.write("Building the index\n");
  await store.candidates(candidateQuery(last!), {});
}

function entry(fingerprint: Fingerprint, number: number): NewCreative {
  const creative = describeCreative(
    fingerprint,
    { id: loadId(number), account: `account-${number % 50}` },
    new Date(),
  );
  return { creative, fingerprint: encodeFingerprint(fingerprint) };
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
