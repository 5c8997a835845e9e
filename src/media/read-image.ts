import sharp, { type OutputInfo } from "sharp";
import { SamecutError } from "../errors.js";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "./decoded-media.js";
import type { MediaFile } from "./media-file.js";
import { checkPictureSize, MAX_IMAGE_PIXELS } from "./picture-limits.js";

/** What shows through transparent pixels: shops show cut-out products on white. */
const BACKGROUND = "#ffffff";

// libvips remembers files by name; one that was replaced must be read again.
sharp.cache(false);

const OPTIONS = { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error", sequentialRead: true } as const;

/**
 * Counts the pictures of an image file: 1, or more when it is animated.
 *
 * @throws SamecutError MEDIA_DAMAGED, FORMAT_UNSUPPORTED, PICTURE_TOO_LARGE
 */
export async function countPictures(file: MediaFile): Promise<number> {
  try {
    return (await sharp(file.absolutePath, OPTIONS).metadata()).pages ?? 1;
  } catch (error) {
    throw imageError(error, file);
  }
}

/**
 * Opens an image by sharp, turned as its EXIF data say, and hands over its one frame.
 *
 * @throws SamecutError MEDIA_DAMAGED, FORMAT_UNSUPPORTED, PICTURE_TOO_LARGE, PICTURE_TOO_SMALL
 */
export async function readImage(
  file: MediaFile,
  plan: AnalysisPlan,
  onFrame: (frame: DecodedFrame) => void,
): Promise<Omit<MediaFacts, "fileDigest">> {
  let size: { width: number; height: number };
  let pixels: { data: Buffer; info: OutputInfo };
  try {
    const image = sharp(file.absolutePath, OPTIONS);
    size = (await image.metadata()).autoOrient;
    checkPictureSize(size, file.reportedPath);
    const analysed = analysedSize(size, plan.longSide);
    pixels = await image
      .autoOrient()
      .flatten({ background: BACKGROUND })
      .resize({ ...analysed, fit: "fill", fastShrinkOnLoad: false })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw imageError(error, file);
  }
  onFrame(grey(pixels.data, pixels.info));
  return { kind: "image", width: size.width, height: size.height, durationSeconds: 0 };
}

function analysedSize(
  size: { width: number; height: number },
  longSide: number,
): { width: number; height: number } {
  const scale = longSide / Math.max(size.width, size.height);
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(size.width), height: even(size.height) };
}

/** Luma and mean chroma of 8-bit RGB (or grey) pixels, full range, as JPEG defines them (BT.601). */
function grey(data: Buffer, info: OutputInfo): DecodedFrame {
  const { width, height, channels } = info;
  const luma = new Uint8Array(width * height);
  const colour = channels >= 3;
  let blue = 0;
  let red = 0;
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += channels) {
    const r = data[at]!;
    const g = colour ? data[at + 1]! : r;
    const b = colour ? data[at + 2]! : r;
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    luma[pixel] = Math.round(y);
    blue += 128 + (b - y) * 0.564;
    red += 128 + (r - y) * 0.713;
  }
  const count = luma.length;
  return {
    timeSeconds: 0,
    picture: { width, height, luma },
    chromaBlue: blue / count,
    chromaRed: red / count,
  };
}

function imageError(error: unknown, file: MediaFile): SamecutError {
  if (error instanceof SamecutError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const details = { path: file.reportedPath, detail: message.split("\n")[0]!, cause: error };
  if (/exceeds pixel limit/i.test(message)) return new SamecutError("PICTURE_TOO_LARGE", details);
  if (
    /unsupported image format|not supported|Unsupported (feature|codec)|no decoding plugin/i.test(message)
  ) {
    return new SamecutError("FORMAT_UNSUPPORTED", details);
  }
  return new SamecutError("MEDIA_DAMAGED", details);
}
