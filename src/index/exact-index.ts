import type { AskedView } from "../signature/descriptors.js";
import { STORED_VIEWS } from "../signature/query-views.js";
import { requireAsked, requireCreative, requireLimit } from "./checked-input.js";
import type { CreativeIndex, FoundCreative, IndexedCreative, IndexSize } from "./creative-index.js";
import { Gathering } from "./gathering.js";
import { MomentTable } from "./moment-table.js";
import { TurnedViews } from "./turned-views.js";

/** Looks at every view: the oracle the approximate index is tested against. */
export class ExactIndex implements CreativeIndex {
  #table = new MomentTable();

  async add(creatives: readonly IndexedCreative[]): Promise<void> {
    for (const creative of creatives) requireCreative(creative);
    for (const { id, moments } of creatives) {
      this.#table.remove(id);
      this.#table.add(id, moments);
    }
  }

  async remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.#table.remove(id);
  }

  async search(asked: readonly AskedView[], limit: number): Promise<FoundCreative[]> {
    requireLimit(limit);
    requireAsked(asked);
    const table = this.#table;
    const turned = new TurnedViews(asked);
    const gathering = new Gathering(turned, table, limit);
    const labels = Array.from({ length: table.momentCount * STORED_VIEWS }, (_, label) => label).filter(
      (label) => table.isView(label),
    );
    const noteNear = (asked: number, label: number, squaredDistance: number): void => {
      if (squaredDistance <= gathering.radiusOf(asked)) gathering.note({ asked, label, squaredDistance });
    };
    for (const label of labels) {
      const [shelf, start] = [table.shelfOf(label), table.startOf(label)];
      for (let number = 0; number < turned.count; number++) shelf.compare(number, label, start, noteNear);
    }
    for (const shelf of table.shelves) shelf.flush(noteNear);
    return gathering.found(limit);
  }

  async ids(): Promise<number[]> {
    return this.#table.ids();
  }

  async size(): Promise<IndexSize> {
    return { creatives: this.#table.creativeCount, views: this.#table.viewCount };
  }

  async close(): Promise<void> {
    this.#table = new MomentTable();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
