import type { Stage } from "../align/stage.js";
import { invert } from "../picture/affine.js";

/** What was found on the later picture's own pixels, row by row. */
export interface ComparedPicture {
  /** Pixels. */
  readonly width: number;
  /** How far b departs from a; NaN where nothing was compared. */
  readonly departures: Float32Array;
  /** How surely b lost detail, see `lost-detail.ts`; undefined where that cannot be told. */
  readonly lostDetail?: Float32Array;
  /** Luma; NaN where nothing was compared. */
  readonly luma: Float32Array;
  /** Above 0 where both sides show their footage, compared or not. */
  readonly common: Float32Array;
  /** By an angle that leaves black corners. */
  readonly turned: boolean;
}

/** The size of a picture, pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Leads what was measured over the stage into the query's picture, where overlays lie upright: each of its pixels gets the value of the nearest stage pixel, NaN beside the
 * stage.
 */
export function onQueryGrid(values: ArrayLike<number>, stage: Stage, { width, height }: Size): Float32Array {
  const { a, b, c, d, e, f } = invert(stage.toQuery);
  return Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) - (width - 1) / 2, Math.floor(at / width) - (height - 1) / 2];
    const column = Math.round(a * x + b * y + c + (stage.width - 1) / 2);
    const row = Math.round(d * x + e * y + f + (stage.height - 1) / 2);
    const isOn = column >= 0 && row >= 0 && column < stage.width && row < stage.height;
    return isOn ? values[row * stage.width + column]! : Number.NaN;
  });
}
