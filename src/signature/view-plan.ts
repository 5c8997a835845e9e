import { FREQUENCIES, VIEW_SIDE } from "./dct.js";
import { FLOAT_BYTES, FREQUENCY_BYTES, LINES_TOGETHER } from "./frequency-kernel.js";
import { VALUES_TOGETHER } from "./luma-kernel.js";
import { POINT_BYTES } from "./point-kernel.js";
import { pointsOf, VIEW_POINTS } from "./points.js";
import { type Stretch, stretchOf } from "./stretch.js";
import type { View } from "./view.js";

/** A stretch of a view, and where its cosines are. */
export interface PlannedStretch extends Stretch {
  readonly at: number;
}

/** What a view's coefficients are worked out of. */
export interface PlannedView {
  /** Where the values are: the picture's or, of a view that is turned, those sampled at `points`. */
  readonly plane: number;
  /** Values of a row. */
  readonly width: number;
  readonly points?: number;
  /** What the view takes of the columns, and of the rows. */
  readonly down: PlannedStretch;
  readonly across: PlannedStretch;
}

/** Where everything is in the memory while views of pictures of one size are described, numbers of bytes. */
export interface ViewPlan {
  readonly luma: number;
  /** The picture's values, and the bytes of a row of them. */
  readonly plane: number;
  readonly rowBytes: number;
  readonly sampled: number;
  /** Frequencies along columns; of both directions; the descriptor. */
  readonly columns: number;
  readonly coefficients: number;
  readonly descriptor: number;
  readonly views: readonly PlannedView[];
  /** What has to be there. */
  readonly tables: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly end: number;
}

/** The place of everything for some views. Views with a side in common share its stretch: the same object. */
export function planViews(
  views: readonly View[],
  size: { readonly width: number; readonly height: number },
): ViewPlan {
  let end = 0;
  const room = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return at;
  };
  const pixels = size.width * size.height + VALUES_TOGETHER;
  const places = {
    luma: room(pixels),
    plane: room(pixels * FLOAT_BYTES),
    rowBytes: size.width * FLOAT_BYTES,
    sampled: room(VIEW_POINTS * FLOAT_BYTES),
    columns: room((Math.max(size.width, VIEW_SIDE) + LINES_TOGETHER) * FREQUENCY_BYTES),
    coefficients: room(FREQUENCIES * FREQUENCY_BYTES),
    descriptor: room(FREQUENCIES * FREQUENCY_BYTES),
  };
  const tables: { at: number; bytes: Uint8Array }[] = [];
  const held = (bytes: Uint8Array): number => {
    const at = room(bytes.length);
    tables.push({ at, bytes });
    return at;
  };
  const known: { centre: number; length: number; pixels: number; stretch: PlannedStretch }[] = [];
  const stretch = (centre: number, length: number, pixels: number): PlannedStretch => {
    const same = known.find((one) => one.centre === centre && one.length === length && one.pixels === pixels);
    if (same !== undefined) return same.stretch;
    const made = stretchOf(centre, length, pixels);
    const planned = { ...made, at: held(new Uint8Array(made.cosines.buffer)) };
    known.push({ centre, length, pixels, stretch: planned });
    return planned;
  };
  const planned = views.map((view): PlannedView => {
    if (view.angleDegrees !== 0) {
      const side = stretch(0.5, 1, VIEW_SIDE);
      const points = held(pointsOf(view, size, places.plane));
      return { plane: places.sampled, width: VIEW_SIDE, points, down: side, across: side };
    }
    const down = stretch(view.centreY, view.height, size.height);
    const across = stretch(view.centreX, view.width, size.width);
    return { plane: places.plane, width: size.width, down, across };
  });
  return { ...places, views: planned, tables, end };
}

/** All places are multiples of this, bytes: a vector's, and a point's. */
const ALIGNMENT = POINT_BYTES;
