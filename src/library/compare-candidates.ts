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

/** Compares one creative with stored ones, each of them once however often it stands among the candidates. */
export class CandidateComparisons {
  readonly #store: CreativeStore;
  readonly #comparisons: Comparisons;
  readonly #description: Description;
  readonly #steps: ComparingSteps;
  readonly #compared = new Map<string, CreativeMatch>();
  readonly #unreadable = new Map<string, StoredCandidate>();

  /** @param description of the creative that is compared */
  constructor(
    store: CreativeStore,
    comparisons: Comparisons,
    description: Description,
    steps: ComparingSteps,
  ) {
    this.#store = store;
    this.#comparisons = comparisons;
    this.#description = description;
    this.#steps = steps;
  }

  /** Everything it was compared with so far, in the order of comparing. */
  get compared(): CreativeMatch[] {
    return [...this.#compared.values()];
  }

  /** Those whose stored fingerprints are damaged. */
  get unreadable(): StoredCandidate[] {
    return [...this.#unreadable.values()];
  }

  /** Compares with the first of some candidates, nearest first (see `compareInSteps`). Rejects as the store and `Comparisons.verdictsOn` do. */
  async compareNearest(candidates: readonly StoredCandidate[]): Promise<void> {
    await compareInSteps(candidates, {
      ...this.#steps,
      compare: (step) => this.#compareStep(step),
      similarityOf: ({ verdict }) => verdict.similarity,
    });
  }

  async #compareStep(step: readonly StoredCandidate[]): Promise<CreativeMatch[]> {
    const fresh = step.filter(({ creative: { id } }) => !this.#compared.has(id) && !this.#unreadable.has(id));
    const stored = await this.#store.fingerprints(idsOf(fresh));
    await this.#noteUnreadable(fresh.filter(({ creative }) => !stored.has(creative.id)));
    const readable = fresh.flatMap(({ creative }): Readable[] => {
      const encoded = stored.get(creative.id);
      if (encoded === undefined) return [];
      const compared = { fileDigest: creative.fileDigest, encoded };
      return [{ creative, compared, earlier: this.#steps.isEarlier(creative) }];
    });
    for (const match of await judge(this.#description, readable, this.#comparisons, this.#steps.signal))
      this.#compared.set(match.creative.id, match);
    return step.flatMap(({ creative }) => this.#compared.get(creative.id) ?? []);
  }

  /** What has no fingerprint is damaged, or was removed since it was found. */
  async #noteUnreadable(missing: readonly StoredCandidate[]): Promise<void> {
    if (missing.length === 0) return;
    const present = await this.#store.creatives(idsOf(missing));
    for (const candidate of missing)
      if (present.has(candidate.creative.id)) this.#unreadable.set(candidate.creative.id, candidate);
  }
}

function idsOf(candidates: readonly StoredCandidate[]): string[] {
  return candidates.map(({ creative }) => creative.id);
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
