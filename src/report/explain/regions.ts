import type { Region } from "../../picture/picture.js";
import { percent } from "../numbers.js";
import type { Place, Texts } from "../texts/texts.js";

/** More places than these are counted, not named. */
const NAMED_PLACES = 3;

/** Where in the picture a region lies. */
export function placeOf(region: Region): Place {
  if (region.width * region.height > 0.8) return "all";
  const column = side(region.x, region.width);
  const row = side(region.y, region.height);
  if (row === 0) return column < 0 ? "left" : column > 0 ? "right" : "centre";
  const vertical = row < 0 ? "top" : "bottom";
  if (column === 0) return vertical;
  return `${vertical}-${column < 0 ? "left" : "right"}`;
}

/** -1 when an extent lies in the first half, 1 in the second, 0 when it spans or sits in the middle. */
function side(from: number, length: number): -1 | 0 | 1 {
  if (from + length <= 0.55) return -1;
  if (from >= 0.45) return 1;
  const middle = from + length / 2;
  if (length > 0.5) return 0;
  return middle < 0.42 ? -1 : middle > 0.58 ? 1 : 0;
}

/** What changed in the picture, in words; undefined when nothing did. */
export function describeRegions(regions: readonly Region[], texts: Texts): string | undefined {
  if (regions.length === 0) return undefined;
  const places = [...new Set(regions.map(placeOf))];
  const named = places.slice(0, NAMED_PLACES).map((place) => texts.places[place]);
  if (places.length > NAMED_PLACES) named.push(texts.moreEdits(places.length - NAMED_PLACES));
  const area = Math.min(
    1,
    regions.reduce((sum, region) => sum + region.width * region.height, 0),
  );
  return texts.changedPlaces(named.join(texts.comma), percent(area));
}
