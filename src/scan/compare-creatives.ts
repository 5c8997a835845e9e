import PQueue from "p-queue";
import { ComparisonPool } from "../matching/comparison-pool.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { CandidateSearch } from "./candidate-search.js";
import { judgementVersion } from "./judgement-version.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";

/** How many creatives are ahead of the comparing threads: enough to keep them busy, few enough to stop at once. */
const AHEAD_PER_JOB = 2;

/** Compares each creative with the earlier ones that the index finds for it. Rejects with the signal's reason. */
export async function compareCreatives(
  creatives: readonly FingerprintedCreative[],
  run: ScanRun,
): Promise<void> {
  const { cache, jobs, signal, send } = run;
  await using pool = new ComparisonPool(jobs);
  await using search = new CandidateSearch(creatives, judgementVersion(), cache);
  const queue = new PQueue({ concurrency: jobs });
  const failure = new AbortController();
  let done = 0;
  send({ type: "comparing", with: "scan", done, total: creatives.length });

  const compareOne = async (
    b: FingerprintedCreative,
    candidates: readonly FingerprintedCreative[],
  ): Promise<void> => {
    const verdicts = await verdictsOn(b, candidates, pool, run);
    for (const [index, a] of candidates.entries()) run.judge(a.creative, b.creative, verdicts[index]);
    send({ type: "comparing", with: "scan", done: ++done, total: creatives.length });
  };
  try {
    for (const [position, creative] of creatives.entries()) {
      signal.throwIfAborted();
      failure.signal.throwIfAborted();
      const candidates = await search.candidatesFor(position, signal);
      await queue.onSizeLessThan(jobs * AHEAD_PER_JOB);
      queue
        .add(() =>
          compareOne(
            creative,
            candidates.map((at) => creatives[at]),
          ),
        )
        .catch((error: unknown) => failure.abort(error));
    }
  } finally {
    if (signal.aborted) queue.clear();
    await queue.onIdle();
  }
  failure.signal.throwIfAborted();
}

/** The verdicts on b against its candidates; those the cache has are not made again. */
async function verdictsOn(
  b: FingerprintedCreative,
  candidates: readonly FingerprintedCreative[],
  pool: ComparisonPool,
  { cache, signal }: ScanRun,
): Promise<PairVerdict[]> {
  const digestB = b.creative.fileDigest;
  const verdicts = candidates.map((a) =>
    cache.recall((known) => known.verdictOf(a.creative.fileDigest, digestB)),
  );
  const missing = candidates.filter((_, index) => verdicts[index] === undefined);
  const made = await pool.compare(
    b.encoded,
    missing.map(({ encoded }) => encoded),
    { signal },
  );
  const entries = missing.map((a, index) => ({ a: a.creative.fileDigest, b: digestB, verdict: made[index] }));
  if (entries.length > 0) cache.remember((known) => known.rememberVerdicts(entries));
  let next = 0;
  return verdicts.map((verdict) => verdict ?? made[next++]);
}
