import { SamecutError } from "../errors.js";

/** Shorter side a picture needs to be judged, pixels; below it there is nothing to recognise. */
export const MIN_SIDE_PIXELS = 16;

/** Most pixels an image may have; beyond it decoding alone takes gigabytes. */
export const MAX_IMAGE_PIXELS = 150_000_000;

/** Checks a displayed size. @throws SamecutError PICTURE_TOO_SMALL */
export function checkPictureSize(
  size: { readonly width: number; readonly height: number },
  path: string | undefined,
): void {
  if (Math.min(size.width, size.height) < MIN_SIDE_PIXELS) {
    throw new SamecutError("PICTURE_TOO_SMALL", { path, detail: `${size.width}x${size.height}` });
  }
}
