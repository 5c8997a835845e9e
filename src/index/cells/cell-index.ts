import type { AskedView } from "../../signature/descriptors.js";
import { ThreadLine } from "../../threads/thread-line.js";
import { workerModule } from "../../threads/worker-module.js";
import { requireAsked, requireCreative, requireId, requireLimit } from "../checked-input.js";
import type { CreativeIndex, FoundCreative, IndexedCreative, IndexSize } from "../creative-index.js";
import { type HnswSettings, hnswSettings } from "../hnsw/hnsw-settings.js";
import type { CellCalls } from "./cell-calls.js";
import type { CellsIdentity } from "./saved-cells-header.js";

/** Creatives in one message to the thread: some 15 milliseconds of work at 100,000 creatives, so that a waiting search is soon served. */
const CREATIVES_PER_MESSAGE = 8;

/**
 * Finds creatives by cells: views that are alike lie in one cell, an HNSW graph (Malkov and Yashunin, 2016) of the cells' centres finds the cells nearest to what is
 * asked, and these are looked through by the codes of their views, then by the views themselves. Held by a worker thread of its own; everything
 * is checked before it goes there, for the native code aborts the process on some inputs. Besides VECTOR_INVALID, calls may reject
 * with INDEX_CRASHED (the thread ended, its index is lost: load or fill a new one) and INDEX_UNAVAILABLE (the native module is missing).
 */
export class CellIndex implements CreativeIndex {
  readonly #line: ThreadLine<CellCalls>;

  private constructor(line: ThreadLine<CellCalls>) {
    this.#line = line;
  }

  /** An empty index. Throws SETTING_INVALID and INDEX_UNAVAILABLE. */
  static async create(given?: Partial<HnswSettings>): Promise<CellIndex> {
    const settings = hnswSettings(given);
    const line = new ThreadLine<CellCalls>({
      module: workerModule("cell-worker", import.meta.url),
      name: "samecut-index",
      crash: "INDEX_CRASHED",
    });
    try {
      await line.call("create", { settings });
      return new CellIndex(line);
    } catch (error) {
      await line.close();
      throw error;
    }
  }

  /**
   * The index saved in a folder, else an empty one: where there is none, where another version of samecut made it (`outdated`), or, with the reason in `refused`, where it is
   * damaged, cut short or of another collection. Throws as `create`.
   */
  static async load(
    folder: string,
    identity: CellsIdentity,
    given?: Partial<HnswSettings>,
  ): Promise<{ readonly index: CellIndex; readonly refused?: string; readonly outdated: boolean }> {
    const index = await CellIndex.create(given);
    try {
      const outcome = await index.#line.call("load", { settings: hnswSettings(given), folder, identity });
      return { index, outdated: outcome === "outdated", ...(typeof outcome === "object" && outcome) };
    } catch (error) {
      await index.close();
      throw error;
    }
  }

  async add(creatives: readonly IndexedCreative[]): Promise<void> {
    for (const creative of creatives) requireCreative(creative);
    for (let at = 0; at < creatives.length; at += CREATIVES_PER_MESSAGE) {
      const part = creatives.slice(at, at + CREATIVES_PER_MESSAGE);
      await this.#line.call("add", { creatives: part.map(({ id, moments }) => ({ id, moments })) });
    }
  }

  async remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) requireId(id);
    await this.#line.call("remove", { ids });
  }

  async search(asked: readonly AskedView[], limit: number): Promise<FoundCreative[]> {
    requireLimit(limit);
    requireAsked(asked);
    return [...(await this.#line.call("search", { asked, limit }))];
  }

  ids(): Promise<number[]> {
    return this.#line.call("ids", {});
  }

  size(): Promise<IndexSize> {
    return this.#line.call("size", {});
  }

  /** Saves the index for {@link load}; see `saveCells`. Throws DISK_FULL and STORE_NOT_ACCESSIBLE. */
  save(folder: string, identity: CellsIdentity): Promise<void> {
    return this.#line.call("save", { folder, identity });
  }

  close(): Promise<void> {
    return this.#line.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
