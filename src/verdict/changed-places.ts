import type { ComparedPicture } from "./compared-picture.js";

/**
 * Departure from which a pixel surely changed, how many such make a change, and from which those beside them belong to it. Of edits that put nothing on, 90 in
 * 100 have no such place; logos, captions and stickers nearly all.
 */
const CHANGED = { surely: 3, pixels: 4, beside: 1.5 };

/** Luma below which a corner is black, and the share of its pixels that are: its seam is mixed with the footage beside it. */
const BLACK = { luma: 40, share: 0.1 };

/** Whether a place is a corner that a turn left empty: one that reaches to two sides, and no bar. */
function isBlackCorner(
  place: readonly number[],
  { width, departures, luma, turned }: ComparedPicture,
): boolean {
  if (!turned) return false;
  const height = departures.length / width;
  const has = (isSo: (at: number) => boolean) => place.some(isSo);
  const [left, right] = [has((at) => at % width < SIDE), has((at) => at % width >= width - SIDE)];
  const [top, bottom] = [has((at) => at < SIDE * width), has((at) => at >= (height - SIDE) * width)];
  const values = place.map((at) => luma[at]!).sort((p, q) => p - q);
  return left !== right && top !== bottom && values[Math.floor(BLACK.share * values.length)]! < BLACK.luma;
}

/** Pixels at a side of the picture that may be missing from a corner. */
const SIDE = 2;

/** Groups of pixels that touch by a side, each grown from those that surely changed; the corners that a turn leaves are none. */
export function changedPlaces(picture: ComparedPicture): number[][] {
  const { departures, width } = picture;
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
    if (sure >= CHANGED.pixels && !isBlackCorner(place, picture)) places.push(place);
  });
  return places;
}
