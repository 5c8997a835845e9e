import PQueue from "p-queue";
import { ComparisonPool } from "../matching/comparison-pool.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { CandidateSearch } from "./candidate-search.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanCache } from "./scan-cache.js";
import type { ScanEvent } from "./scan-event.js";

/** A verdict about two creatives of a scan. */
export interface JudgedPair {
  readonly a: FingerprintedCreative;
  readonly b: FingerprintedCreative;
  readonly verdict: PairVerdict;
}

/** What comparing needs besides the creatives. */
export interface CompareOptions {
  readonly cache: ScanCache;
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly send: (event: ScanEvent) => void;
  /** Called with every verdict, `distinct` ones too, in no particular order. */
  readonly onVerdict: (pair: JudgedPair) => void;
  /** Changes whenever candidates or verdicts may turn out otherwise. */
  readonly version: string;
}

/** How many creatives are ahead of the comparing threads: enough to keep them busy, few enough to stop at once. */
const AHEAD_PER_JOB = 2;

/** Compares each creative with the earlier ones that the index finds for it. Rejects with the signal's reason. */
export async function compareCreatives(creatives: readonly FingerprintedCreative[], options: CompareOptions): Promise<void> {
  const { cache, jobs, signal, send } = options;
  await using pool = new ComparisonPool(jobs);
  await using search = new CandidateSearch(creatives, options.version, cache);
  const queue = new PQueue({ concurrency: jobs });
  const failure = new AbortController();
  let done = 0;
  send({ type: "comparing", done, total: creatives.length });

  const compareOne = async (b: FingerprintedCreative, candidates: readonly FingerprintedCreative[]): Promise<void> => {
    for (const pair of await judge(b, candidates, pool, options)) options.onVerdict(pair);
    send({ type: "comparing", done: ++done, total: creatives.length });
  };
  try {
    for (const [position, creative] of creatives.entries()) {
      signal.throwIfAborted();
      failure.signal.throwIfAborted();
      const candidates = await search.candidatesFor(position, signal);
      await queue.onSizeLessThan(jobs * AHEAD_PER_JOB);
      queue.add(() => compareOne(creative, candidates.map((at) => creatives[at]))).catch((error: unknown) => failure.abort(error));
    }
  } finally {
    if (signal.aborted) queue.clear();
    await queue.onIdle();
  }
  failure.signal.throwIfAborted();
}

/** The verdicts on b against its candidates; those the cache has are not made again. */
async function judge(
  b: FingerprintedCreative,
  candidates: readonly FingerprintedCreative[],
  pool: ComparisonPool,
  { cache, signal }: CompareOptions,
): Promise<JudgedPair[]> {
  const digestB = b.creative.fileDigest;
  const verdicts = candidates.map((a) => cache.recall((known) => known.verdictOf(a.creative.fileDigest, digestB)));
  const missing = candidates.filter((_, index) => verdicts[index] === undefined);
  const made = await pool.compare(b.encoded, missing.map(({ encoded }) => encoded), { signal });
  const entries = missing.map((a, index) => ({ a: a.creative.fileDigest, b: digestB, verdict: made[index] }));
  if (entries.length > 0) cache.remember((known) => known.rememberVerdicts(entries));
  let next = 0;
  return candidates.map((a, index) => ({ a, b, verdict: verdicts[index] ?? made[next++] }));
}
