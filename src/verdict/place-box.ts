import type { ComparedPicture } from "./compared-picture.js";
import type { Box } from "./likeliest-box.js";

/** The upright box around a group of pixels. */
function boxAround(place: readonly number[], width: number): Box {
  const columns = place.map((at) => at % width);
  const rows = place.map((at) => Math.floor(at / width));
  return {
    left: Math.min(...columns),
    right: Math.max(...columns),
    top: Math.min(...rows),
    bottom: Math.max(...rows),
  };
}

/** Share of the departure beside it that a pixel on a bar's edge has at least: drawing spreads an edge over some pixels. */
const BAR_EDGE = 0.4;

/** The pixels of a place that are no mere seam of what lies beside them. */
function withoutSeam(place: readonly number[], { width, departures }: ComparedPicture): readonly number[] {
  const within = new Set(place);
  return place.filter((at) => {
    let most = 0;
    for (let row = -2; row <= 2; row++) {
      for (let step = -2; step <= 2; step++) {
        const beside = at + row * width + step;
        if (within.has(beside)) most = Math.max(most, departures[beside]!);
      }
    }
    return departures[at]! >= BAR_EDGE * most;
  });
}

/** Pixels at the edge of what is common that may be missing from a bar. */
const MISSING = 1;

/** The box of a place. What lies at the edges of the common picture is hardly compared: a bar from side to side is taken to go on to them. */
export function boxOf(place: readonly number[], picture: ComparedPicture): Box {
  const { width, departures, common } = picture;
  const box = boxAround(place, width);
  const compared = reachOf((at) => !Number.isNaN(departures[at]!), picture);
  const reaches = {
    left: box.left <= compared.left + MISSING,
    right: box.right >= compared.right - MISSING,
    top: box.top <= compared.top + MISSING,
    bottom: box.bottom >= compared.bottom - MISSING,
  };
  if (!(reaches.left && reaches.right) && !(reaches.top && reaches.bottom)) return box;
  const bar = boxAround(withoutSeam(place, picture), width);
  const shared = reachOf((at) => common[at]! > 0, picture);
  return {
    left: reaches.left ? shared.left : bar.left,
    right: reaches.right ? shared.right : bar.right,
    top: reaches.top ? shared.top : bar.top,
    bottom: reaches.bottom ? shared.bottom : bar.bottom,
  };
}

/** The box around all pixels that are so. */
function reachOf(isSo: (at: number) => boolean, { width, departures }: ComparedPicture): Box {
  const box = { left: width, right: -1, top: departures.length / width, bottom: -1 };
  for (let at = 0; at < departures.length; at++) {
    if (!isSo(at)) continue;
    const [column, row] = [at % width, Math.floor(at / width)];
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row);
  }
  return box;
}
