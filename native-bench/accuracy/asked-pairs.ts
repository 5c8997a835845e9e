import { stat } from "node:fs/promises";
import { join } from "node:path";
import { seededRandom } from "../../samples/random.js";
import type { PairTruth, TruthFile } from "../../samples/truth/truth-file.js";
import type { Corpus } from "../corpus/corpus.js";
import { groupBy } from "./group-by.js";

/** Which of the pairs of a truth file are measured. */
export interface AskedPairs {
  readonly pairs: readonly PairTruth[];
  readonly originals: TruthFile["originals"];
  /** Pairs that were left out because a file of theirs is not there. */
  readonly missing: number;
}

/** The pairs whose files are there; with a limit, at most so many of each kind of edit, chosen by the seed. */
export async function askedPairs(
  { folder, truth }: Corpus,
  seed: number,
  limit?: number,
): Promise<AskedPairs> {
  const files = new Set([
    ...truth.pairs.flatMap(({ a, b }) => [a, b]),
    ...truth.originals.map(({ file }) => file),
  ]);
  const there = new Set<string>();
  for (const file of files) if (await isFile(join(folder, file))) there.add(file);
  const present = truth.pairs.filter(({ a, b }) => there.has(a) && there.has(b));
  const chosen = [...groupBy(present, ({ edit }) => edit)].flatMap(([edit, pairs]) =>
    limit === undefined ? pairs : seededRandom("accuracy", seed, edit).shuffle(pairs).slice(0, limit),
  );
  return {
    pairs: chosen,
    originals: truth.originals.filter(({ file }) => there.has(file)),
    missing: truth.pairs.length - present.length,
  };
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (facts) => facts.isFile() && facts.size > 0,
    () => false,
  );
}
