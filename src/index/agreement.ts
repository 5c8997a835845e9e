import { STORED_VIEWS } from "../signature/query-views.js";
import { SHORT_BYTES, shortDistance } from "../signature/short-descriptor.js";
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
  const seen = new Set<string>();
  let best = -1;
  for (const hit of [...hits].sort((p, q) => p.squaredDistance - q.squaredDistance)) {
    const stored = hit.label % STORED_VIEWS;
    const way = `${turned.viewOf(hit.asked).view} ${turned.turnOf(hit.asked)} ${stored}`;
    if (seen.has(way)) continue;
    if (seen.size === WAYS) break;
    seen.add(way);
    best = Math.max(best, agreementSeenAs(hit, turned, table));
  }
  return best;
}

function agreementSeenAs({ asked, label }: Hit, turned: TurnedViews, table: MomentTable): number {
  const id = table.idOf(label);
  const moments = table.momentsOf(id);
  const byStored = new Float64Array(moments).fill(Number.POSITIVE_INFINITY);
  const labels = Array.from({ length: moments }, (_, moment) =>
    table.labelAt(id, moment, label % STORED_VIEWS),
  );
  let sum = 0;
  let count = 0;
  for (let moment = 0; moment < turned.moments; moment++) {
    const number = turned.atMoment(asked, moment);
    if (number === undefined) continue;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, other] of labels.entries()) {
      if (other === undefined) continue;
      const distance = shortDistance(
        turned.shorts,
        number * SHORT_BYTES,
        table.shortsOf(other),
        table.startOf(other),
      );
      least = Math.min(least, distance);
      byStored[at] = Math.min(byStored[at]!, distance);
    }
    sum += least;
    count++;
  }
  const compared = byStored.filter(Number.isFinite);
  const fromStored = compared.reduce((total, distance) => total + distance, 0) / compared.length;
  return 1 - (sum / count + fromStored) / 4;
}
