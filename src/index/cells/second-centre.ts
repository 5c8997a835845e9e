import { SHORT_BYTES, shortDistance } from "../../signature/short-descriptor.js";
import { middleOf } from "./middle.js";

/** Views that the centres are found with, at most. */
const TRIED = 512;
/** How often each is moved to the middle of what is nearest to it. */
const ROUNDS = 4;

/**
 * Where a second centre belongs for views of which some are far from their first: of two means, the one farther from the first centre. `views` are
 * short descriptors, one after the other. Undefined where all are the same.
 */
export function secondCentre(views: Int8Array, first: Int8Array): Int8Array | undefined {
  const tried = someOf(views);
  let p = farthest(tried, first);
  let q = farthest(tried, p);
  for (let round = 0; round < ROUNDS; round++) {
    const nearP = middleWhere(
      tried,
      (at) => shortDistance(tried, at, p, 0) <= shortDistance(tried, at, q, 0),
    );
    const nearQ = middleWhere(tried, (at) => shortDistance(tried, at, p, 0) > shortDistance(tried, at, q, 0));
    if (nearP === undefined || nearQ === undefined) return undefined;
    [p, q] = [nearP, nearQ];
  }
  return shortDistance(p, 0, first, 0) > shortDistance(q, 0, first, 0) ? p : q;
}

/** At most {@link TRIED} of the views, at equal distances. */
function someOf(views: Int8Array): Int8Array {
  const count = views.length / SHORT_BYTES;
  const step = Math.ceil(count / TRIED);
  const some = new Int8Array(Math.ceil(count / step) * SHORT_BYTES);
  for (let at = 0; at < some.length; at += SHORT_BYTES)
    some.set(views.subarray(at * step, at * step + SHORT_BYTES), at);
  return some;
}

function farthest(views: Int8Array, from: Int8Array): Int8Array {
  let place = 0;
  let most = -1;
  for (let at = 0; at < views.length; at += SHORT_BYTES) {
    const distance = shortDistance(views, at, from, 0);
    if (distance > most) [place, most] = [at, distance];
  }
  return views.slice(place, place + SHORT_BYTES);
}

/** The middle of those views that are asked for; undefined where there are none. */
function middleWhere(views: Int8Array, isAsked: (at: number) => boolean): Int8Array | undefined {
  const asked: Int8Array[] = [];
  for (let at = 0; at < views.length; at += SHORT_BYTES)
    if (isAsked(at)) asked.push(views.subarray(at, at + SHORT_BYTES));
  return middleOf(asked);
}
