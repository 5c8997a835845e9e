import { agreement, type Hit } from "./agreement.js";
import type { FoundCreative } from "./creative-index.js";
import type { MomentTable } from "./moment-table.js";
import type { TurnedViews } from "./turned-views.js";

/**
 * Creatives whose moments are all looked at, the nearest by a single view: the original of the least alike of 620 edits is the 400th among 100,000 made-up
 * ads. Range 64 to 4,096; each costs some 3 µs.
 */
const SECOND_LOOKS = 1024;

/** Hits of one creative, from which on only its nearest are kept: a few tell how it must be looked at. */
const MOST_HITS = 64;
const KEPT_HITS = 16;

/** Gathers what is near a query by creative, and orders it. */
export class Gathering {
  readonly #turned: TurnedViews;
  readonly #table: MomentTable;
  readonly #looks: number;
  #hitsById = new Map<number, { least: number; readonly hits: Hit[] }>();
  #reach = Number.POSITIVE_INFINITY;

  /**
   * Tells the table's shelves what is asked.
   * @param limit creatives that are wanted
   */
  constructor(turned: TurnedViews, table: MomentTable, limit: number) {
    this.#turned = turned;
    this.#table = table;
    this.#looks = Math.max(limit, SECOND_LOOKS);
    for (const shelf of table.shelves) shelf.ask(turned.shorts);
  }

  /** The squared distance beyond which a creative is too far, as {@link drawIn} left it; infinite at first. */
  get reach(): number {
    return this.#reach;
  }

  /** The squared distance within which a stored view is near this turned one. */
  radiusOf(asked: number): number {
    return Math.min(this.#turned.viewOf(asked).radius, this.#reach);
  }

  /** Notes a hit within {@link radiusOf}. */
  note(hit: Hit): void {
    const id = this.#table.idOf(hit.label);
    const known = this.#hitsById.get(id);
    if (known === undefined) {
      this.#hitsById.set(id, { least: hit.squaredDistance, hits: [hit] });
      return;
    }
    known.least = Math.min(known.least, hit.squaredDistance);
    if (known.hits.push(hit) > MOST_HITS) {
      known.hits.sort((p, q) => p.squaredDistance - q.squaredDistance);
      known.hits.length = KEPT_HITS;
    }
  }

  /** Draws the radius in to the creatives there is still room for: a large library has hundreds near any query, and the others would be left out in the end. */
  drawIn(): void {
    if (this.#hitsById.size <= this.#looks) return;
    const least = Float64Array.from(this.#hitsById.values(), (each) => each.least).sort();
    this.#reach = least[this.#looks - 1]!;
    for (const [id, each] of this.#hitsById) if (each.least > this.#reach) this.#hitsById.delete(id);
  }

  /** The nearest creatives, then by id; at most `limit`. */
  found(limit: number): FoundCreative[] {
    return [...this.#hitsById]
      .sort(([p, { least: a }], [q, { least: b }]) => a - b || p - q)
      .slice(0, this.#looks)
      .map(([id, { least, hits }]) => {
        const nearest = 1 - least / 2;
        return { id, squaredDistance: 2 - (nearest + agreement(hits, this.#turned, this.#table)) };
      })
      .sort((p, q) => p.squaredDistance - q.squaredDistance || p.id - q.id)
      .slice(0, limit);
  }
}
