import type { Layout } from "../layout/layout.js";
import { type View, viewOf } from "./view.js";

/** A view in the middle, or shifted by shares of its freedom: at -1 and 1 it touches a border. */
export function crop(size: number, dx: number, dy: number): View {
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

/** Views that a stored creative may have of one moment: the whole, what its layout says decides (none for a plain one), and nine crops. */
export const STORED_VIEWS = 11;

/** The place of each of the {@link storedViews} among {@link STORED_VIEWS}. */
export function storedPlace(layout: Layout, view: number): number {
  return layout.kind === "plain" && view > 0 ? view + 1 : view;
}

/** Crops of one size, at `steps` x `steps` places from edge to edge. */
export interface CropGrid {
  readonly size: number;
  readonly steps: number;
}

/** The crops of a grid, row by row. */
export function cropsOn({ size, steps }: CropGrid): View[] {
  const places = Array.from({ length: steps }, (_, i) => (steps === 1 ? 0 : (2 * i) / (steps - 1) - 1));
  return places.flatMap((dy) => places.map((dx) => crop(size, dx, dy)));
}

/** Crops asked of a query and of its content: a stored picture that fills only this share of the query's sides, or a zoom of the query's own. */
const CROPS: readonly CropGrid[] = [
  { size: 0.91, steps: 1 },
  { size: 0.83, steps: 3 },
  { size: 0.72, steps: 3 },
];

/**
 * Where picture-in-picture is looked for. A descriptor recognises a view that is off by 3 % of its size in both directions (cosine 0.75; 0.55 at 5 %): on
 * 9 x 9 places none is off by more than 4 %.
 */
const INSET: CropGrid = { size: 0.6, steps: 9 };
const SMALL_INSET: CropGrid = { size: 0.52, steps: 1 };

/** Angles at which a whole picture, and its middle without the black corners, are asked, degrees. */
const ANGLES = [-14, -9, -4.5, 4.5, 9, 14];

/** Shapes (width over height) of a video that may lie across or along the middle of a padded query. */
const INNER_SHAPES = [16 / 9, 4 / 3, 1, 3 / 4, 9 / 16];

/** The places of videos of other shapes that lie across or along the middle of a picture of this shape (width over height). */
export function innerViews(aspect: number): View[] {
  return INNER_SHAPES.filter((shape) => Math.abs(Math.log(shape / aspect)) > 0.2).map((shape) =>
    shape > aspect
      ? { centreX: 0.5, centreY: 0.5, width: 1, height: aspect / shape, angleDegrees: 0 }
      : { centreX: 0.5, centreY: 0.5, width: shape / aspect, height: 1, angleDegrees: 0 },
  );
}

/** A whole picture, and its middle, at every angle. */
export function angledViews(): View[] {
  return ANGLES.flatMap((angleDegrees) => [
    { ...crop(1, 0, 0), angleDegrees },
    { ...crop(0.72, 0, 0), angleDegrees },
  ]);
}

/** A whole picture with its crops and angles. */
function variations(): View[] {
  return [crop(1, 0, 0), ...CROPS.flatMap(cropsOn), ...angledViews()];
}

/** Where a picture inset into a query of this shape (width over height) is looked for; `across` also inside of videos that lie across it. */
export function insetViews(aspect: number, across: boolean): View[] {
  const insets = [...cropsOn(INSET), ...cropsOn(SMALL_INSET)];
  if (!across) return insets;
  const crops = cropsOn({ size: 0.83, steps: 3 });
  return [...insets, ...innerViews(aspect).flatMap((part) => crops.map((view) => within(part, view)))];
}

/** The view inside a part of the picture. */
export function within(part: View, view: View): View {
  return {
    centreX: part.centreX + (view.centreX - 0.5) * part.width,
    centreY: part.centreY + (view.centreY - 0.5) * part.height,
    width: view.width * part.width,
    height: view.height * part.height,
    angleDegrees: view.angleDegrees,
  };
}

/** What a query is compared by. */
export interface QueryViews {
  /** Taken in all eight orientations; the likeliest first. */
  readonly turned: readonly View[];
  /** Taken as they are and mirrored: there are many, and nobody turns what is inset. */
  readonly mirrored: readonly View[];
}

/** Every view of a query that may show what another creative shows; `aspect` is the query's width over height. */
export function queryViews(layout: Layout, aspect: number): QueryViews {
  const inner = innerViews(aspect);
  if (layout.kind === "plain")
    return { turned: [...variations(), ...inner], mirrored: insetViews(aspect, true) };
  const content = viewOf(layout.content);
  return {
    turned: [...variations(), ...variations().map((view) => within(content, view)), ...inner],
    mirrored: insetViews(aspect, false),
  };
}
