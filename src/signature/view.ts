import type { Affine } from "../picture/affine.js";
import type { Region } from "../picture/picture.js";

/** A rectangle of a picture, turned about its own middle: what a descriptor describes. */
export interface View {
  /** Middle, in shares of the picture. */
  readonly centreX: number;
  readonly centreY: number;
  /** Size, in shares of the picture. */
  readonly width: number;
  readonly height: number;
  /** Degrees the rectangle is turned clockwise. */
  readonly angleDegrees: number;
}

/** The upright view of a region. */
export function viewOf(region: Region): View {
  return {
    centreX: region.x + region.width / 2,
    centreY: region.y + region.height / 2,
    width: region.width,
    height: region.height,
    angleDegrees: 0,
  };
}

/** The map from the unit square around the origin to the view's place in a picture of the given size (pixels from its middle). */
export function viewMap(view: View, size: { readonly width: number; readonly height: number }): Affine {
  const angle = (view.angleDegrees * Math.PI) / 180;
  const w = view.width * size.width;
  const h = view.height * size.height;
  return {
    a: Math.cos(angle) * w,
    b: -Math.sin(angle) * h,
    c: (view.centreX - 0.5) * size.width,
    d: Math.sin(angle) * w,
    e: Math.cos(angle) * h,
    f: (view.centreY - 0.5) * size.height,
  };
}
