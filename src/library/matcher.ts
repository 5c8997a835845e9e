import { SamecutError } from "../errors.js";
import {
  CANDIDATE_LIMIT,
  type CandidateOptions,
  limitsOf,
  NEAR_DISTANCE,
} from "../matching/candidate-index.js";
import type { Comparisons } from "../matching/comparisons.js";
import type { Description } from "../matching/description.js";
import { sorted } from "../steps/sorted.js";
import { finishInTurns } from "../threads/in-turns.js";
import type { PairVerdict } from "../verdict/verdict.js";
import { Allowances } from "./allowances.js";
import { CandidateComparisons, type ComparingSteps } from "./compare-candidates.js";
import { type Creative, publishedAt, type StoredPair } from "./creative.js";
import type { CreativeMatch } from "./creative-match.js";
import { requireOptions, requireScope } from "./required-options.js";
import { isInScope } from "./scope.js";
import type { CreativeStore, StoredCandidate, StoreScope } from "./store.js";

/** What matching a creative with a library brought. */
export interface MatchedCreatives {
  /** Most similar first, then by id. */
  readonly matches: readonly CreativeMatch[];
  /** Matches that were left out because their owner allowed them. */
  readonly allowed: readonly CreativeMatch[];
  /** Ids of creatives that could not be compared, for their stored fingerprints are damaged. */
  readonly unreadable: readonly string[];
}

/** What came of matching, with all that is worth remembering of it. */
export interface MatchOutcome {
  readonly told: MatchedCreatives;
  /** Everything it was compared with, whatever the grade: the nearest, see `compareInSteps`. */
  readonly compared: readonly CreativeMatch[];
  /** Those that could not be compared and are near enough to be copies. */
  readonly unreadableNear: readonly Creative[];
}

/** Which of the matches that were found before are told. */
export interface StoredMatchOptions {
  /** Similarity from 0 to 1 from which a creative counts; default: every grade but `distinct`. */
  readonly threshold?: number;
  /** Only some of the creatives. */
  readonly scope?: StoreScope;
}

/** How a creative is matched. */
export interface MatchOptions extends StoredMatchOptions {
  readonly signal: AbortSignal;
  /** The creative itself, when it is in the library. */
  readonly exceptId?: string;
  /** A scope whose nearest candidates are compared also where there are nearer ones outside of it. */
  readonly include?: StoreScope;
}

/** Without a radius the candidates are many and far: more than are asked for are compared where they are alike, as a multiple of k. */
const NEAREST_MULTIPLE = 4;
const NEAREST_LEAST = 64;
const NEAREST_MOST = 1_000;

/** Squared distance of vectors that point in opposite directions: no limit. */
const ANY_DISTANCE = 4;

/** Compares creatives with those of a store: candidates first, then one verdict each. */
export class Matcher {
  readonly #store: CreativeStore;
  readonly #comparisons: Comparisons;
  readonly #allowances: Allowances;
  readonly #candidateLimit: number;

  /** @param candidateLimit most creatives that one is compared with, nearest first, at least 1 */
  constructor(store: CreativeStore, comparisons: Comparisons, candidateLimit: number = CANDIDATE_LIMIT) {
    this.#candidateLimit = candidateLimit;
    this.#store = store;
    this.#allowances = new Allowances(store);
    this.#comparisons = comparisons;
  }

  /** The matches of a creative that is, or is taken to be, published at its `publishedAt`. */
  async match(creative: Creative, description: Description, options: MatchOptions): Promise<MatchOutcome> {
    const { signal, threshold, scope, exceptId, include } = options;
    const asked = { signal, limit: this.#candidateLimit };
    const comparing = this.#comparing(description, {
      isEarlier: (other) => publishedAt(other) <= publishedAt(creative),
      isFind: ({ verdict }) => isMatch(verdict, undefined) || isMatch(verdict, threshold),
      signal,
    });
    const compareNearest = (candidates: readonly StoredCandidate[]): Promise<void> =>
      comparing.compareNearest(candidates.filter((each) => each.creative.id !== exceptId));
    const candidates = await this.#candidates(description, asked, scope);
    await compareNearest(candidates);
    if (include !== undefined) {
      const included = candidates.filter((each) => isInScope(each.creative, include));
      // Those outside of the scope can have kept out some within it, where any were kept out.
      const { limit, farLimit } = limitsOf(asked);
      const complete = included.length === candidates.length || candidates.length < Math.min(limit, farLimit);
      await compareNearest(complete ? included : await this.#candidates(description, asked, include));
    }
    const { compared, unreadable } = comparing;
    const told = await this.#told(creative, compared, threshold);
    return {
      told: { ...told, unreadable: unreadable.map(({ creative: { id } }) => id) },
      compared,
      unreadableNear: unreadable.filter(isNear).map((candidate) => candidate.creative),
    };
  }

  /** A creative of the store and its matches as they were found when the later one of each pair was put. Throws CREATIVE_NOT_FOUND and SETTING_INVALID. */
  async stored(
    id: string,
    options: StoredMatchOptions,
  ): Promise<MatchedCreatives & { readonly creative: Creative }> {
    requireOptions(options);
    const { threshold, scope = {} } = options;
    const creative = (await this.#store.creatives([id])).get(id);
    if (creative === undefined) throw new SamecutError("CREATIVE_NOT_FOUND", { detail: id });
    const others = await this.#matchesIn(await this.#store.pairsOf(id), id);
    const found = others.filter((other) => isInScope(other.creative, scope));
    return { creative, ...(await this.#told(creative, found, threshold)), unreadable: [] };
  }

  /** The `k` most similar creatives of those one was compared with when the later of the two was put; undefined where that is not known. */
  async storedNearest(id: string, k: number, scope?: StoreScope): Promise<CreativeMatch[] | undefined> {
    requireScope(scope);
    const pairs = await this.#store.nearestOf(id, requireK(k), scope);
    return pairs && (await this.#matchesIn(pairs, id));
  }

  /** The `k` most similar creatives, whatever their grade. Throws SETTING_INVALID. */
  async nearest(
    description: Description,
    k: number,
    { signal, scope, exceptId }: Pick<MatchOptions, "signal" | "scope" | "exceptId">,
  ): Promise<CreativeMatch[]> {
    requireK(k);
    const limit = Math.max(k * NEAREST_MULTIPLE, NEAREST_LEAST);
    const candidates = await this.#candidates(
      description,
      { signal, limit, farLimit: limit, radius: ANY_DISTANCE },
      scope,
    );
    const comparing = this.#comparing(description, {
      isEarlier: () => true,
      isFind: ({ verdict }) => isMatch(verdict, undefined),
      least: k,
      signal,
    });
    await comparing.compareNearest(candidates.filter(({ creative }) => creative.id !== exceptId));
    // A stable sort: where nothing is similar, the nearer candidate comes first.
    return comparing.compared.sort((p, q) => q.verdict.similarity - p.verdict.similarity).slice(0, k);
  }

  async #told(
    creative: Creative,
    found: readonly CreativeMatch[],
    threshold: number | undefined,
  ): Promise<Pick<MatchedCreatives, "matches" | "allowed">> {
    const matches = await finishInTurns(
      sorted(
        found.filter(({ verdict }) => isMatch(verdict, threshold)),
        (p, q) => q.verdict.similarity - p.verdict.similarity || (p.creative.id < q.creative.id ? -1 : 1),
      ),
    );
    const allowed = await this.#allowances.beside(
      creative,
      matches.map((match) => match.creative),
    );
    return {
      matches: matches.filter((_, place) => !allowed[place]),
      allowed: matches.filter((_, place) => allowed[place]),
    };
  }

  /** Pairs as seen from one of their sides. */
  async #matchesIn(pairs: readonly StoredPair[], id: string): Promise<CreativeMatch[]> {
    const others = await this.#store.creatives(pairs.map(({ a, b }) => (a === id ? b : a)));
    return pairs.flatMap(({ a, b, verdict }) => {
      const earlier = b === id;
      const creative = others.get(earlier ? a : b);
      return creative === undefined ? [] : [{ creative, earlier, verdict }];
    });
  }

  #comparing(description: Description, steps: ComparingSteps): CandidateComparisons {
    return new CandidateComparisons(this.#store, this.#comparisons, description, steps);
  }

  #candidates(
    { query }: Description,
    options: CandidateOptions,
    scope?: StoreScope,
  ): Promise<StoredCandidate[]> {
    return this.#store.candidates(query, options, scope);
  }
}

function requireK(k: number): number {
  if (Number.isInteger(k) && k >= 1 && k <= NEAREST_MOST) return k;
  throw new SamecutError("SETTING_INVALID", {
    detail: `expected an integer from 1 to ${NEAREST_MOST} for k but received ${k}`,
  });
}

function isNear({ squaredDistance }: StoredCandidate): boolean {
  return squaredDistance <= NEAR_DISTANCE;
}

function isMatch(verdict: PairVerdict, threshold: number | undefined): boolean {
  return threshold === undefined
    ? verdict.grade !== "distinct"
    : verdict.grade === "identical" || verdict.similarity >= threshold;
}
