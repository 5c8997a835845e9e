import { ramp } from "../align/agreement.js";
import type { Stage } from "../align/stage.js";
import type { Region } from "../picture/picture.js";

/**
 * Departure from which a pixel surely changed, how many such make a change, and from which those beside them belong to it. Of edits that put nothing on, 90 in
 * 100 have no such place; logos, captions and stickers nearly all.
 */
const CHANGED = { surely: 3, pixels: 4, beside: 1.5 };

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

/**
 * Gathers the pixels that depart into places. `departures` are those over the stage; NaN counts as not compared.
 */
export function findChanges(
  departures: Float32Array,
  stage: Stage,
  querySize: { readonly width: number; readonly height: number },
): ChangedPixels {
  const places = changedPlaces(departures, stage.width);
  const compared = departures.reduce((count, departure) => count + (Number.isNaN(departure) ? 0 : 1), 0);
  const changed = places.reduce((count, place) => count + place.length, 0);
  const regions = joinLines(places.map((place) => boundingRegion(place, stage, querySize)))
    .sort((p, q) => q.width * q.height - p.width * p.height)
    .slice(0, MAX_REGIONS);
  const share = compared === 0 ? 0 : changed / compared;
  return { regions, share, overlay: ramp(share, OVERLAY) };
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

/** Groups of pixels that touch by a side, each grown from those that surely changed. */
function changedPlaces(departures: Float32Array, width: number): number[][] {
  const seen = new Uint8Array(departures.length);
  const places: number[][] = [];
  departures.forEach((departure, start) => {
    if (!(departure > CHANGED.surely) || seen[start]) return;
    const place = [start];
    seen[start] = 1;
    let sure = 0;
    for (const at of place) {
      if (departures[at]! > CHANGED.surely) sure++;
      const neighbours = [at - width, at + width];
      if (at % width > 0) neighbours.push(at - 1);
      if (at % width < width - 1) neighbours.push(at + 1);
      for (const next of neighbours) {
        if (!(departures[next]! > CHANGED.beside) || seen[next]) continue;
        seen[next] = 1;
        place.push(next);
      }
    }
    if (sure >= CHANGED.pixels) places.push(place);
  });
  return places;
}

/** The outermost pixels of the stage are not compared: a bar that goes from side to side is taken to go on to the edges beside it. */
function spread(
  place: readonly number[],
  { width, height }: Stage,
): (column: number, row: number) => [number, number] {
  const columns = place.map((at) => at % width);
  const rows = place.map((at) => Math.floor(at / width));
  const reaches = (values: readonly number[], length: number) =>
    values.some((value) => value <= 1) && values.some((value) => value >= length - 2);
  if (!reaches(columns, width) && !reaches(rows, height)) return (column, row) => [column, row];
  const toEdge = (border: number, length: number) =>
    border <= 1 ? 0 : border >= length - 1 ? length : border;
  return (column, row) => [toEdge(column, width), toEdge(row, height)];
}

/** The upright rectangle of the query's picture around a group of pixels, cut to the picture. */
function boundingRegion(
  place: readonly number[],
  stage: Stage,
  { width, height }: { readonly width: number; readonly height: number },
): Region {
  const { a, b, c, d, e, f } = stage.toQuery;
  const spreadOut = spread(place, stage);
  let [left, right, top, bottom] = [1, 0, 1, 0];
  for (const at of place) {
    const [column, row] = [at % stage.width, Math.floor(at / stage.width)];
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [onX, onY] = spreadOut(column + dx, row + dy);
      const [x, y] = [onX - stage.width / 2, onY - stage.height / 2];
      const shareX = Math.min(1, Math.max(0, (a * x + b * y + c) / width + 0.5));
      const shareY = Math.min(1, Math.max(0, (d * x + e * y + f) / height + 0.5));
      [left, right] = [Math.min(left, shareX), Math.max(right, shareX)];
      [top, bottom] = [Math.min(top, shareY), Math.max(bottom, shareY)];
    }
  }
  const round = (value: number) => Number(value.toFixed(3));
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}
