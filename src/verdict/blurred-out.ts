import type { ComparedPicture } from "./compared-picture.js";
import { type Box, isIn, likeliestBox } from "./likeliest-box.js";

/** How surely something was taken off where a place was blurred out, 0 to 1: one edit in 60 that blurs nothing has such a place, so it is believed moderately only. */
export const BLURRED_OVERLAY = 0.45;

/** What a box of lost detail adds up to at least, altogether and a pixel; its share of all lost detail; and the share of the picture it takes at most. */
const BLURRED_OUT = { sum: 18, perPixel: 0.35, ofAll: 0.7, most: 0.15 };

/** The place that was made unreadable: the one box of the picture that lost its detail. Undefined where there is none. */
export function findBlurredOut({ width, departures, lostDetail }: ComparedPicture): Box | undefined {
  const box = lostDetail && likeliestBox(lostDetail, width);
  if (lostDetail === undefined || box === undefined) return undefined;
  let [inside, all] = [0, 0];
  lostDetail.forEach((value, at) => {
    if (!(value > 0)) return;
    all += value;
    if (isIn(box, at % width, Math.floor(at / width))) inside += value;
  });
  const area = (box.right + 1 - box.left) * (box.bottom + 1 - box.top);
  return box.sum > Math.max(BLURRED_OUT.sum, BLURRED_OUT.perPixel * area) &&
    inside > BLURRED_OUT.ofAll * all &&
    area < BLURRED_OUT.most * departures.length
    ? box
    : undefined;
}
