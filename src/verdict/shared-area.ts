import type { Evidence } from "../align/evidence.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { type Affine, invert } from "../picture/affine.js";
import type { Region } from "../picture/picture.js";

/** Places across and down at which it is asked whether the other side shows them. */
const PLACES = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Share of the better shown side that the other one shows, 0 to 1: of its picture, or of what decides in it where bars or bands stand around that. A picture that was cut to a
 * square and set between bars is half of the new picture and half of the old one, and yet all that it shows is common.
 */
export function sharedArea(
  reference: Fingerprint,
  query: Fingerprint,
  { fit, stage }: Pick<Evidence, "fit" | "stage">,
): number {
  return Math.max(
    stage.referenceArea,
    stage.queryArea,
    contentShown(reference, query, fit.map),
    contentShown(query, reference, invert(fit.map)),
  );
}

/** Share of what decides on one side that a map leads into what decides on the other. */
function contentShown(side: Fingerprint, other: Fingerprint, map: Affine): number {
  const { width, height } = sizeOf(side);
  const size = sizeOf(other);
  const { content } = side.layout;
  let shown = 0;
  for (let n = 0; n < PLACES ** 2; n++) {
    const x = (content.x + (content.width * ((n % PLACES) + 0.5)) / PLACES - 0.5) * width;
    const y = (content.y + (content.height * (Math.floor(n / PLACES) + 0.5)) / PLACES - 0.5) * height;
    const isShown = contains(
      other.layout.content,
      (map.a * x + map.b * y + map.c) / size.width + 0.5,
      (map.d * x + map.e * y + map.f) / size.height + 0.5,
    );
    if (isShown) shown++;
  }
  return shown / PLACES ** 2;
}

const sizeOf = ({ samples }: Fingerprint): Size => samples[0]!.picture;

const contains = ({ x, y, width, height }: Region, px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;
