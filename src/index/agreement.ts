import { STORED_VIEWS } from "../signature/query-views.js";
import { SQUARED_DISTANCE_UNITS } from "../signature/short-descriptor.js";
import type { MomentTable } from "./moment-table.js";
import type { TurnedViews } from "./turned-views.js";

/** A stored view that is near an asked one. */
export interface Hit {
  /** Of the turned view; see {@link TurnedViews}. */
  readonly asked: number;
  /** Of the stored view; see {@link MomentTable}. */
  readonly label: number;
  readonly squaredDistance: number;
}

/** Ways of looking that are followed through all moments. Eight find no more. */
const WAYS = 4;

/**
 * How well a creative agrees with a query over all of their moments, as a cosine: an edit was cropped, turned and mirrored in one way throughout, while
 * what merely looks alike does so at one moment. For each of the nearest hits the same two views are compared at all moments; what counts is how near, on average, each
 * moment of either side comes to any of the other.
 */
export function agreement(hits: readonly Hit[], turned: TurnedViews, table: MomentTable): number {
  const seen = new Set<number>();
  let best = -1;
  for (const hit of [...hits].sort((p, q) => p.squaredDistance - q.squaredDistance)) {
    const way = turned.wayOf(hit.asked) * STORED_VIEWS + (hit.label % STORED_VIEWS);
    if (seen.has(way)) continue;
    if (seen.size === WAYS) break;
    seen.add(way);
    best = Math.max(best, agreementSeenAs(hit, turned, table));
  }
  return best;
}

/** What is asked must have been told the shelves of the table. */
function agreementSeenAs({ asked, label }: Hit, turned: TurnedViews, table: MomentTable): number {
  const id = table.idOf(label);
  const numbers = turned.atAllMoments(asked);
  const leastOfAsked = numbers.map(() => Number.POSITIVE_INFINITY);
  let fromStored = 0;
  let compared = 0;
  for (let moment = 0; moment < table.momentsOf(id); moment++) {
    const other = table.labelAt(id, moment, label % STORED_VIEWS);
    if (other === undefined) continue;
    const distances = table.shelfOf(other).distancesTo(table.startOf(other), numbers);
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < numbers.length; place++) {
      const distance = distances[place]!;
      if (distance < least) least = distance;
      if (distance < leastOfAsked[place]!) leastOfAsked[place] = distance;
    }
    fromStored += least;
    compared++;
  }
  const fromAsked = leastOfAsked.reduce((sum, distance) => sum + distance, 0);
  const meanSquared = fromAsked / numbers.length + fromStored / compared;
  return 1 - meanSquared / SQUARED_DISTANCE_UNITS / 4;
}
