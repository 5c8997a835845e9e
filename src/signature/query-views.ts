import type { Layout } from "../layout/layout.js";
import { type View, viewOf } from "./view.js";

/** A view in the middle, or shifted by shares of its freedom: at -1 and 1 it touches a border. */
function crop(size: number, dx: number, dy: number): View {
  const shift = (1 - size) / 2;
  return { centreX: 0.5 + dx * shift, centreY: 0.5 + dy * shift, width: size, height: size, angleDegrees: 0 };
}

/**
 * Views kept of a stored creative: the whole picture, what its layout says decides, and nine crops, so that a creative
 * that shows only a part of it still meets one of them.
 */
export function storedViews(layout: Layout): View[] {
  const whole: View = crop(1, 0, 0);
  const crops = cropsOn({ size: 0.72, steps: 3 });
  return layout.kind === "plain" ? [whole, ...crops] : [whole, viewOf(layout.content), ...crops];
}

/**
 * Crops asked of a query: a stored picture that fills only this share of the query's sides (picture-in-picture, frames), or a zoom of the
 * query's own. Places on a grid of `steps` x `steps`, a tenth to a sixth of the crop apart: a descriptor recognises a view that is off
 * by about a twentieth of its size.
 */
const CROPS: readonly { readonly size: number; readonly steps: number }[] = [
  { size: 0.91, steps: 1 },
  { size: 0.83, steps: 3 },
  { size: 0.72, steps: 3 },
  { size: 0.6, steps: 7 },
  { size: 0.52, steps: 1 },
];

function cropsOn({ size, steps }: { readonly size: number; readonly steps: number }): View[] {
  const places = Array.from({ length: steps }, (_, i) => (steps === 1 ? 0 : (2 * i) / (steps - 1) - 1));
  return places.flatMap((dy) => places.map((dx) => crop(size, dx, dy)));
}

/** Angles at which the whole query, and its middle without the black corners, are asked, degrees. */
const ANGLES = [-14, -9, -4.5, 4.5, 9, 14];

/** Shapes (width over height) of a video that may lie across or along the middle of a padded query. */
const INNER_SHAPES = [16 / 9, 4 / 3, 1, 3 / 4, 9 / 16];

function innerViews(aspect: number): View[] {
  return INNER_SHAPES.filter((shape) => Math.abs(Math.log(shape / aspect)) > 0.2).map((shape) =>
    shape > aspect
      ? { centreX: 0.5, centreY: 0.5, width: 1, height: aspect / shape, angleDegrees: 0 }
      : { centreX: 0.5, centreY: 0.5, width: shape / aspect, height: 1, angleDegrees: 0 },
  );
}

/** Every view of a query that is looked up, the likeliest first; `aspect` is the query's width over height. */
export function queryViews(layout: Layout, aspect: number): View[] {
  const views = [crop(1, 0, 0)];
  if (layout.kind !== "plain") views.push(viewOf(layout.content));
  views.push(...CROPS.flatMap(cropsOn));
  for (const angleDegrees of ANGLES) {
    views.push({ ...crop(1, 0, 0), angleDegrees }, { ...crop(0.72, 0, 0), angleDegrees });
  }
  views.push(...innerViews(aspect));
  return views;
}
