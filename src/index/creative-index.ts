import type { AskedView } from "../signature/descriptors.js";

/** A creative as it is indexed. */
export interface IndexedCreative {
  /** Its number in its collection: an integer from 0 to 2^32 - 2, chosen by the caller. */
  readonly id: number;
  /** See `storedDescriptors`. */
  readonly moments: Int8Array;
}

/** A creative found near a query. */
export interface FoundCreative {
  readonly id: number;
  /**
   * 2 - 2 x likeness: 0 for the same pictures, up to 4. Likeness is the mean of two cosines: of the nearest two views, and of how well all moments agree
   * when they are looked at as those two are (`agreement.ts`).
   */
  readonly squaredDistance: number;
}

/** How much an index holds. */
export interface IndexSize {
  /** Creatives with at least one view. */
  readonly creatives: number;
  /** Their views. */
  readonly views: number;
}

/**
 * Looks up creatives by nearness of their views. A resolved `add` or `remove` is seen by every later `search`. Implementations:
 * `cells/` (approximate, quick) and `exact-index.ts` (its oracle).
 */
export interface CreativeIndex extends AsyncDisposable {
  /** Adds creatives, all of a batch or (VECTOR_INVALID) none; one that is there already is replaced. */
  add(creatives: readonly IndexedCreative[]): Promise<void>;
  /** Removes creatives; unknown ids are left alone. */
  remove(ids: readonly number[]): Promise<void>;
  /** The creatives with a view within the radius of any that is asked, nearest first, then by id; at most `limit`. Throws VECTOR_INVALID and SETTING_INVALID. */
  search(asked: readonly AskedView[], limit: number): Promise<FoundCreative[]>;
  /** The creatives that are held, ascending. */
  ids(): Promise<number[]>;
  /** How much is held. */
  size(): Promise<IndexSize>;
  /** Frees threads and memory; later calls reject. Closing twice is allowed. */
  close(): Promise<void>;
}
