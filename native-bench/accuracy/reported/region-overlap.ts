import type { Region } from "../../../src/picture/picture.js";

/**
 * Intersection over union of two sets of upright rectangles, 0 to 1: every place counts once, however many rectangles of
 * its set lie on it. 0 when either covers nothing.
 */
export function regionOverlap(one: readonly Region[], other: readonly Region[]): number {
  const edges = (low: (region: Region) => number, size: (region: Region) => number): number[] => {
    const all = [...one, ...other].flatMap((region) => [low(region), low(region) + size(region)]);
    return [...new Set(all)].sort((p, q) => p - q);
  };
  const xs = edges(
    ({ x }) => x,
    ({ width }) => width,
  );
  const ys = edges(
    ({ y }) => y,
    ({ height }) => height,
  );
  let [common, either] = [0, 0];
  // Between two neighbouring edges every rectangle covers all or nothing, so the middle of each cell speaks for it.
  for (let row = 1; row < ys.length; row++) {
    for (let column = 1; column < xs.length; column++) {
      const [left, right, top, bottom] = [xs[column - 1]!, xs[column]!, ys[row - 1]!, ys[row]!];
      const area = (right - left) * (bottom - top);
      const inOne = isCovered(one, (left + right) / 2, (top + bottom) / 2);
      const inOther = isCovered(other, (left + right) / 2, (top + bottom) / 2);
      if (inOne && inOther) common += area;
      if (inOne || inOther) either += area;
    }
  }
  return either === 0 ? 0 : common / either;
}

function isCovered(regions: readonly Region[], x: number, y: number): boolean {
  return regions.some(
    (region) => x > region.x && x < region.x + region.width && y > region.y && y < region.y + region.height,
  );
}
