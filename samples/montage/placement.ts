import type { Region } from "../../src/picture/picture.js";

/**
 * Where the original's picture has gone: x' = a·x + c·y + e, y' = b·x + d·y + f, pixels of the original to
 * pixels of the edit, origin top left, y downwards.
 */
export interface Placement {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** A picture size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Nothing moved. */
export const IN_PLACE: Placement = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** `first`, and then `second`. */
export function followedBy(first: Placement, second: Placement): Placement {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

/** Scaling about the top left corner, then a shift in pixels. */
export function scaledAndMoved(horizontal: number, vertical: number, right: number, down: number): Placement {
  return { a: horizontal, b: 0, c: 0, d: vertical, e: right, f: down };
}

/** A clockwise turn about the middle of a picture of size `from`, which becomes the middle of one of size `to`. */
export function turned(angleDegrees: number, from: Size, to: Size): Placement {
  const angle = (angleDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [from.width / 2, from.height / 2];
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: to.width / 2 - cos * x + sin * y,
    f: to.height / 2 - sin * x - cos * y,
  };
}

/** Left and right exchanged in a picture `width` pixels wide. */
export function mirroredAcross(width: number): Placement {
  return { a: -1, b: 0, c: 0, d: 1, e: width, f: 0 };
}

/** The smallest upright rectangle around where `region` (pixels) comes to lie. */
export function boundsAfter(placement: Placement, region: Region): Region {
  const { a, b, c, d, e, f } = placement;
  const right = region.x + region.width;
  const below = region.y + region.height;
  const corners = [
    [region.x, region.y],
    [right, region.y],
    [region.x, below],
    [right, below],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The parameters a report states, read off a placement of a picture of size `from` in one of size `to`. */
export function describePlacement(placement: Placement, from: Size, to: Size) {
  const { a, b, c, d } = placement;
  const determinant = a * d - b * c;
  const mirrored = determinant < 0;
  const side = mirrored ? -1 : 1;
  const angle = (Math.atan2(b * side, a * side) * 180) / Math.PI;
  return {
    mirrored,
    angleDegrees: angle <= -180 + 1e-9 ? 180 : angle + 0,
    zoom: Math.sqrt((Math.abs(determinant) * from.width * from.height) / (to.width * to.height)),
    stretch: Math.hypot(a, b) / Math.hypot(c, d),
  };
}
