import { CellIndex } from "../index/cells/cell-index.js";
import type { CreativeIndex } from "../index/creative-index.js";
import type { HnswSettings } from "../index/hnsw/hnsw-settings.js";
import { SCENE_DISTANCE } from "../signature/descriptors.js";
import type { CandidateQuery, StoredEvidence } from "./candidate-evidence.js";
import { type DigestIndex, DigestTable } from "./digest-table.js";
import { HashTable } from "./hash-table.js";

/** A stored creative that may be a near-duplicate of a query; only comparing the two tells. */
export interface Candidate {
  /** The creative's number in its collection. */
  readonly id: number;
  /** 0 for equal digests, else the squared distance of the nearest evidence (see `FoundCreative`), 0 to 4, or what its hashes are worth. */
  readonly squaredDistance: number;
}

/** How widely candidates are looked for. */
export interface CandidateOptions {
  /** Most candidates, nearest first; default {@link CANDIDATE_LIMIT}. */
  readonly limit?: number;
  /** Most candidates beyond {@link NEAR_DISTANCE}, with those within counted; default {@link FAR_CANDIDATE_LIMIT}. */
  readonly farLimit?: number;
  /** Squared distance of views, 0 to 4; default those of the query. */
  readonly radius?: number;
  /** Differing bits of hashes, 0 to 256; default {@link HAMMING_RADIUS}. */
  readonly hammingRadius?: number;
  readonly signal?: AbortSignal;
}

/** Comparing one candidate takes some 2 to 5 ms where a glance refuses it and up to 100 where it does not: 256 keep the worst query within some tens of seconds. Range 1 to 10,000. */
export const CANDIDATE_LIMIT = 256;

/**
 * Squared distance (see `FoundCreative`) beyond which most candidates of a large library are strangers: of 100,000 made-up ads of several shots some three are nearer to an
 * edit, of as many of one shot a hundred.
 */
export const NEAR_DISTANCE = 0.45;

/** Candidates when most are strangers: the original is among the first 26 of 12,000 for each of 77 edits, the hardest of 620. Range 1 to 10,000. */
export const FAR_CANDIDATE_LIMIT = 64;

/**
 * Unrelated hashes differ by some 128 of their 256 bits, the nearest of two unrelated clips by 110; a re-encode with caption and
 * brightness changed by up to 40, takes of one scene (rules 5 and 6) by 2 to 60. Within 56 come 2 % of different clips.
 */
export const HAMMING_RADIUS = 56;

/** Two codes that differ in h of 256 bits are unit vectors of ±1/16 at squared distance 4h/256. */
const SQUARED_DISTANCE_A_BIT = 4 / 256;

/**
 * What is found by its hashes alone stands behind what is found by views: simple pictures have nearly the same hash, and among 100,000 made-up ads strangers that differ in 2 to 26 bits stood
 * before the originals of 34 of the 1,226 edits that are hardest to find, hashes brought none.
 */
const HASHES_FROM = SCENE_DISTANCE;

/** What else than descriptors creatives are found by; in memory and empty unless they are given. */
export interface OtherEvidence {
  readonly hashes?: HashTable;
  readonly digests?: DigestIndex;
}

/**
 * Finds the stored creatives that are worth comparing with a query: those with equal digests, with near views
 * (HNSW and cells) and with near hashes (exact). Which candidates come, and in what order, depends on what is stored only.
 */
export class CandidateIndex implements AsyncDisposable {
  readonly #creatives: CreativeIndex;
  readonly #hashes: HashTable;
  readonly #digests: DigestIndex;

  /** Over an index of descriptors, which is closed with this one, and what hashes and digests there are of its creatives. */
  constructor(
    creatives: CreativeIndex,
    { hashes = new HashTable(), digests = new DigestTable() }: OtherEvidence = {},
  ) {
    this.#creatives = creatives;
    this.#hashes = hashes;
    this.#digests = digests;
  }

  /** An empty one in memory. Throws SETTING_INVALID and INDEX_UNAVAILABLE. */
  static async create(settings?: Partial<HnswSettings>): Promise<CandidateIndex> {
    return new CandidateIndex(await CellIndex.create(settings));
  }

  /** Adds creatives; their numbers must be new. Throws INDEX_CRASHED, after which the index is of no more use. */
  async add(batch: readonly StoredEvidence[]): Promise<void> {
    await this.#creatives.add(batch.map(({ id, descriptors }) => ({ id, moments: descriptors })));
    this.#hashes.add(batch);
    for (const { id, digests } of batch) this.#digests.add(id, digests);
  }

  /** Removes creatives; unknown numbers are left alone. */
  async remove(ids: readonly number[]): Promise<void> {
    this.#hashes.remove(ids);
    for (const id of ids) this.#digests.remove(id);
    await this.#creatives.remove(ids);
  }

  /** The candidates for a query, nearest first, then by number. Rejects with the signal's reason, or INDEX_CRASHED. */
  async find(query: CandidateQuery, options: CandidateOptions = {}): Promise<Candidate[]> {
    const { radius, signal } = options;
    const limits = limitsOf(options);
    signal?.throwIfAborted();
    const least = new Map<number, number>();
    const note = (id: number, squaredDistance: number): void => {
      if (squaredDistance < (least.get(id) ?? Number.POSITIVE_INFINITY)) least.set(id, squaredDistance);
    };
    for (const id of this.#digests.find(query.digests)) note(id, 0);
    const views = radius === undefined ? query.views : query.views.map((view) => ({ ...view, radius }));
    const bits = options.hammingRadius ?? HAMMING_RADIUS;
    const [found, hashes] = await Promise.all([
      this.#creatives.search(views, limits.limit),
      this.#hashes.search(query.hashes, bits),
    ]);
    for (const { id, squaredDistance } of found) note(id, squaredDistance);
    for (const { id, distance } of hashes) note(id, HASHES_FROM + distance * SQUARED_DISTANCE_A_BIT);
    signal?.throwIfAborted();
    const candidates = [...least]
      .map(([id, squaredDistance]): Candidate => ({ id, squaredDistance }))
      .sort((a, b) => a.squaredDistance - b.squaredDistance || a.id - b.id);
    return worthComparing(candidates, limits);
  }

  /** Frees threads and memory. */
  close(): Promise<void> {
    return this.#creatives.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** How many candidates are wanted; see {@link CandidateOptions}. */
export type CandidateLimits = Required<Pick<CandidateOptions, "limit" | "farLimit">>;

/** The limits of a search, as they are given or by default. */
export function limitsOf({
  limit = CANDIDATE_LIMIT,
  farLimit = FAR_CANDIDATE_LIMIT,
}: CandidateOptions): CandidateLimits {
  return { limit, farLimit };
}

/** The first candidates, nearest first: at most `limit`, and of those beyond {@link NEAR_DISTANCE} only as many as there is room for among the first `farLimit`. */
export function worthComparing<Found extends { readonly squaredDistance: number }>(
  candidates: readonly Found[],
  { limit, farLimit }: CandidateLimits,
): Found[] {
  return candidates
    .slice(0, limit)
    .filter(({ squaredDistance }, place) => place < farLimit || squaredDistance <= NEAR_DISTANCE);
}
