import { invert } from "../../../../picture/affine.js";
import { mapOfTransform } from "../../../../verdict/describe-transform.js";
import type { Transform } from "../../../../verdict/verdict.js";
import type { PageCreative } from "../../page-data.js";

/** A size on the page, in any unit. */
type Size = Pick<PageCreative, "width" | "height">;

/** How b's picture is laid onto a's: the style of an element that stands in a box of a's shape. */
export interface OverlayStyle {
  readonly width: string;
  readonly height: string;
  readonly transform: string;
}

/** Turns, scales and moves b back onto a, the reverse of what was done to make it. */
export function overlayStyle(transform: Transform, a: Size, b: Size): OverlayStyle {
  const back = invert(mapOfTransform(transform, a, b));
  const share = (value: number) => `${Number((value * 100).toFixed(3))}%`;
  const number = (value: number) => Number(value.toFixed(5));
  return {
    width: share(b.width / a.width),
    height: share(b.height / a.height),
    // From the middle of the box; percentages are of b's own size.
    transform: `translate(-50%, -50%) translate(${share(back.c / b.width)}, ${share(back.f / b.height)}) matrix(${number(back.a)}, ${number(back.d)}, ${number(back.b)}, ${number(back.e)}, 0, 0)`,
  };
}
