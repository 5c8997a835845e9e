import type { LightMap } from "./light-map.js";
import type { PairedPictures } from "./paired-pictures.js";

/** Mean squared fine structure (Laplacian over the stage) below which a place has no detail to lose, luma levels squared. */
const LEAST_DETAIL = 4;

/**
 * What is left of a's detail, against what is left elsewhere, where it was surely lost: of the places that were blurred out half keep 0.68 or less; of those that were
 * not 95 in 100 keep 0.93 or more. Where the rest varies more (footage that moves), more must be lost.
 */
const LOST = { at: 0.85, within: 0.15, belowRest: 0.92 };

/** The share of the places that are less detailed than this is not looked at for what is left elsewhere: they may be the blurred ones. */
const REST = 0.1;

/** What is left of detail all over, below which a picture was blurred as a whole. */
const BLURRED_ALL_OVER = 0.85;

/** Departure above which a pixel shows something else, not less of the same. */
const FOREIGN = 6;

/** What a pixel without detail says against having been blurred. */
const SILENT = -0.04;

/**
 * How far b has lost a's detail at each pixel of the stage against what it kept elsewhere: 1 where it surely has, below 0 where it has not, NaN where
 * nothing was compared. Undefined where all of the picture was blurred, or nothing can be told.
 */
export function measureLostDetail(
  pictures: PairedPictures,
  light: LightMap,
  departures: Float32Array,
): Float32Array | undefined {
  const { width, height, motion } = pictures;
  // What is blended from two moments is softer wherever something moves.
  const whole = pictures.moments.filter(({ blended }) => !blended);
  const moments = whole.length >= LEAST_MOMENTS ? whole : pictures.moments;
  const isStill = (at: number) => moments === whole || motion[at]! < STILL;
  const reference = detail(
    moments.map((moment) => moment.reference.map((luma, at) => light.lumaOf(at, luma))),
    width,
    height,
  );
  const query = detail(
    moments.map((moment) => moment.query),
    width,
    height,
  );
  const kept = reference.map((value, at) =>
    value >= LEAST_DETAIL && departures[at]! < FOREIGN && isStill(at)
      ? Math.sqrt(query[at]! / value)
      : Number.NaN,
  );
  const known = kept.filter((value) => !Number.isNaN(value)).sort();
  if (known.length < LEAST_KNOWN * width * height) return undefined;
  const usual = known[known.length >> 1]!;
  if (usual < BLURRED_ALL_OVER) return undefined;
  const rest = known[Math.floor(REST * known.length)]! / usual;
  const bound = Math.min(LOST.at, LOST.belowRest * rest);
  return kept.map((value, at) => {
    if (Number.isNaN(departures[at]!) || Number.isNaN(reference[at]!)) return Number.NaN;
    if (Number.isNaN(value)) return SILENT;
    return Math.max(-1, Math.min(1, (bound - value / usual) / LOST.within));
  });
}

/** Whole moments wanted; with fewer, only what deviates by less than this over time is looked at, luma levels. */
const LEAST_MOMENTS = 2;
const STILL = 2;

/** Share of the pixels whose detail must be known. */
const LEAST_KNOWN = 0.05;

/** Mean squared Laplacian of pictures of all moments and of the three by three pixels around each; NaN beside what is missing. */
function detail(pictures: readonly Float32Array[], width: number, height: number): Float32Array {
  const energy = new Float32Array(width * height).fill(Number.NaN);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let sum = 0;
      for (const values of pictures) {
        const value =
          4 * values[at]! - values[at - 1]! - values[at + 1]! - values[at - width]! - values[at + width]!;
        sum += value * value;
      }
      energy[at] = sum / pictures.length;
    }
  }
  return energy.map((own, at) => {
    if (Number.isNaN(own)) return own;
    let [sum, count] = [0, 0];
    for (const row of [-width, 0, width]) {
      for (const step of [-1, 0, 1]) {
        const value = energy[at + row + step]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
    }
    return sum / count;
  });
}
