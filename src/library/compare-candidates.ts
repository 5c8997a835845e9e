import { compareInSteps, type Stepwise } from "../matching/compare-in-steps.js";
import type { ComparedCreative, Comparisons } from "../matching/comparisons.js";
import type { Description } from "../matching/description.js";
import type { PairVerdict } from "../verdict/verdict.js";
import type { Creative } from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import type { CreativeStore, StoredCandidate } from "./store.js";

/** How the candidates of one call are compared. */
export interface ComparingSteps extends Pick<Stepwise<StoredCandidate, CreativeMatch>, "isFind" | "least"> {
  /** Whether a candidate came before what is compared with it. */
  isEarlier(candidate: Creative): boolean;
  readonly signal: AbortSignal;
}

/** What came of comparing the nearest of some candidates. */
export interface ComparedCandidates {
  readonly compared: CreativeMatch[];
  /** Those whose stored fingerprints are damaged. */
  readonly unreadable: StoredCandidate[];
}

/** What is compared with what. */
export interface Asked {
  readonly description: Description;
  /** Nearest first. */
  readonly candidates: readonly StoredCandidate[];
  readonly steps: ComparingSteps;
}

/** Compares a creative with the nearest candidates (see `compareInSteps`). Rejects as the store and `Comparisons.verdictsOn` do. */
export async function compareCandidates(
  store: CreativeStore,
  comparisons: Comparisons,
  { description, candidates, steps }: Asked,
): Promise<ComparedCandidates> {
  const unreadable: StoredCandidate[] = [];
  const compared = await compareInSteps(candidates, {
    ...steps,
    compare: async (step) => {
      const stored = await store.fingerprints(step.map(({ creative }) => creative.id));
      unreadable.push(...step.filter(({ creative }) => !stored.has(creative.id)));
      const readable = step.flatMap(({ creative }): Readable[] => {
        const encoded = stored.get(creative.id);
        if (encoded === undefined) return [];
        const compared = { fileDigest: creative.fileDigest, encoded };
        return [{ creative, compared, earlier: steps.isEarlier(creative) }];
      });
      return await judge(description, readable, comparisons, steps.signal);
    },
  });
  return { compared, unreadable };
}

/** A candidate whose fingerprint could be read. */
interface Readable {
  readonly creative: Creative;
  readonly compared: ComparedCreative;
  readonly earlier: boolean;
}

/** The verdict on each, in their order; whichever of the two came first is side a. */
async function judge(
  { facts, encoded }: Description,
  candidates: readonly Readable[],
  comparisons: Comparisons,
  signal: AbortSignal,
): Promise<CreativeMatch[]> {
  const query = { fileDigest: facts.digests.file, encoded };
  const earlier = candidates.filter((each) => each.earlier);
  const later = candidates.filter((each) => !each.earlier);
  const verdicts = await Promise.all([
    comparisons.verdictsOn(
      query,
      earlier.map(({ compared }) => compared),
      { signal },
    ),
    ...later.map(({ compared }) => comparisons.verdictsOn(compared, [query], { signal })),
  ]);
  const verdictById = new Map(
    verdicts.flat().map((verdict, place) => [[...earlier, ...later][place]?.creative.id, verdict]),
  );
  return candidates.map(({ creative, earlier }) => ({
    creative,
    earlier,
    verdict: verdictById.get(creative.id) as PairVerdict,
  }));
}
