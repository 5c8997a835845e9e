import { ramp } from "../align/agreement.js";
import type { Region } from "../picture/picture.js";
import { BLURRED_OVERLAY, findBlurredOut } from "./blurred-out.js";
import { changedPlaces } from "./changed-places.js";
import type { ComparedPicture } from "./compared-picture.js";
import type { Box } from "./likeliest-box.js";
import { boxOf } from "./place-box.js";

/** Share of the pixels from which something was surely put on or taken off, and below which nothing was: a logo takes one or two percent. */
const OVERLAY = { from: 0.002, full: 0.01 };

/** Regions reported. */
const MAX_REGIONS = 6;

/** Where two creatives that show the same footage differ for most of the matched time. */
export interface ChangedPixels {
  /** Shares of the query's picture, largest first. */
  readonly regions: readonly Region[];
  /** Share of the pixels looked at that changed, 0 to 1. */
  readonly share: number;
  /** 0 (nothing was put on or taken off) to 1 (something surely was). */
  readonly overlay: number;
}

/** Nothing differs. */
export const UNCHANGED: ChangedPixels = { regions: [], share: 0, overlay: 0 };

/** Gathers the pixels that depart into places. */
export function findChanges(picture: ComparedPicture): ChangedPixels {
  const { width, departures } = picture;
  const places = changedPlaces(picture);
  // Beside an overlay a soft place says little.
  const blurred = places.length === 0 ? findBlurredOut(picture) : undefined;
  const boxes = blurred === undefined ? places.map((place) => boxOf(place, picture)) : [blurred];
  const regions = joinLines(boxes.map((box) => regionOf(box, width, departures.length / width)))
    .sort((p, q) => q.width * q.height - p.width * p.height)
    .slice(0, MAX_REGIONS);
  const compared = departures.reduce((count, departure) => count + (Number.isNaN(departure) ? 0 : 1), 0);
  const changed = places.reduce((count, place) => count + place.length, 0);
  const share = compared === 0 ? 0 : changed / compared;
  return { regions, share, overlay: blurred === undefined ? ramp(share, OVERLAY) : BLURRED_OVERLAY };
}

function regionOf({ left, right, top, bottom }: Box, width: number, height: number): Region {
  const round = (value: number) => Number(value.toFixed(3));
  return {
    x: round(left / width),
    y: round(top / height),
    width: round((right + 1 - left) / width),
    height: round((bottom + 1 - top) / height),
  };
}

/** Share of the lower one's height that two regions of one line have in common, and the gap between them in shares of it, at most. */
const ONE_LINE = { overlap: 0.6, gap: 1 };

/** Joins the words of a line: where the footage shows between them they are one caption all the same. */
function joinLines(regions: readonly Region[]): Region[] {
  const joined: Region[] = [];
  for (const region of [...regions].sort((p, q) => p.x - q.x)) {
    const beside = joined.findIndex((other) => areOnOneLine(other, region));
    if (beside < 0) joined.push(region);
    else joined[beside] = around(joined[beside]!, region);
  }
  return joined;
}

/** Whether two regions, the first not to the right of the second, belong to one line. */
function areOnOneLine(left: Region, right: Region): boolean {
  const height = Math.min(left.height, right.height);
  const common = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return common >= ONE_LINE.overlap * height && right.x - (left.x + left.width) <= ONE_LINE.gap * height;
}

/** The rectangle around two. */
function around(p: Region, q: Region): Region {
  const [x, y] = [Math.min(p.x, q.x), Math.min(p.y, q.y)];
  const right = Math.max(p.x + p.width, q.x + q.width);
  const bottom = Math.max(p.y + p.height, q.y + q.height);
  const round = (value: number) => Number(value.toFixed(3));
  return { x, y, width: round(right - x), height: round(bottom - y) };
}
