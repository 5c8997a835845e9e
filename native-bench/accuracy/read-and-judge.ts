import type { Corpus } from "../corpus/corpus.js";
import type { AskedPairs } from "./asked-pairs.js";
import type { EditLots } from "./edit-lots.js";
import { type FingerprintedFiles, fingerprintFiles } from "./fingerprint-files.js";
import { judgeCorpus } from "./judge-corpus.js";
import type { JudgedCorpus } from "./judged-corpus.js";
import { openCache } from "./open-cache.js";

/** Fingerprints the files that are asked about, judges their pairs, and tells what could not be read. What is known already comes from the cache. */
export async function readAndJudge(
  corpus: Corpus,
  asked: AskedPairs,
  options: {
    readonly decoderVersion: string;
    readonly editLots?: EditLots;
    readonly jobs: number;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly judged: JudgedCorpus } & FingerprintedFiles> {
  const { jobs, signal } = options;
  using cache = openCache(options.decoderVersion);
  const files = new Set([
    ...asked.originals.map(({ file }) => file),
    ...asked.pairs.flatMap(({ a, b }) => [a, b]),
  ]);
  const read = await fingerprintFiles(corpus.folder, [...files], cache, { jobs, signal });
  const judged = await judgeCorpus(asked, {
    truth: corpus.truth,
    encoded: read.encoded,
    editLots: options.editLots,
    verdicts: cache,
    jobs,
    signal,
  });
  return { ...read, judged };
}
