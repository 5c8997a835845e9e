import PQueue from "p-queue";
import { compareInSteps } from "../matching/compare-in-steps.js";
import { type ComparedCreative, Comparisons } from "../matching/comparisons.js";
import { CandidateSearch } from "./candidate-search.js";
import { judgementVersion } from "./judgement-version.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";

/** How many creatives are ahead of the comparing threads: enough to keep them busy, few enough to stop at once. */
const AHEAD_PER_JOB = 2;

/** Compares each creative with the nearest of the earlier ones that the index finds for it (see `compareInSteps`). Rejects with the signal's reason. */
export async function compareCreatives(
  creatives: readonly FingerprintedCreative[],
  run: ScanRun,
): Promise<void> {
  const { cache, jobs, signal, send } = run;
  await using comparisons = new Comparisons(jobs, cache);
  await using search = new CandidateSearch(creatives, judgementVersion(), cache);
  const queue = new PQueue({ concurrency: jobs });
  const failure = new AbortController();
  let done = 0;
  send({ type: "comparing", with: "scan", done, total: creatives.length });

  const compareOne = async (
    b: FingerprintedCreative,
    candidates: readonly FingerprintedCreative[],
  ): Promise<void> => {
    await compareInSteps(candidates, {
      compare: async (step) => {
        const verdicts = await comparisons.verdictsOn(comparedOf(b), step.map(comparedOf), { signal });
        for (const [index, a] of step.entries()) run.judge(a.creative, b.creative, verdicts[index]);
        return verdicts;
      },
      isFind: (verdict) => run.isFind(verdict),
      similarityOf: ({ similarity }) => similarity,
    });
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

function comparedOf({ creative, encoded }: FingerprintedCreative): ComparedCreative {
  return { fileDigest: creative.fileDigest, encoded };
}
