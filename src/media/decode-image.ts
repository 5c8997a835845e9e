import sharp, { type Sharp, type SharpOptions } from "sharp";
import { SamecutError } from "../errors.js";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "./decoded-media.js";
import { isTaken } from "./frame-grid.js";
import { greyFrame, type RawPixels } from "./grey-frame.js";
import { pagesOnGrid } from "./page-times.js";
import { checkPictureSize, MAX_IMAGE_PIXELS } from "./picture-limits.js";

/** What shows through transparent pixels: shops show cut-out products on white. */
const BACKGROUND = "#ffffff";

/** Pixels of an animation decoded at a time: a few dozen megabytes, and rarely more than one piece for an ad. */
const PIXELS_A_PIECE = 32_000_000;

// libvips remembers what it made of an address in memory, where another image may lie by now.
sharp.cache(false);

const OPTIONS = { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error", sequentialRead: true } as const;

/** Facts of an image, or of an animation, which counts as a video. */
export type ImageFacts = Omit<MediaFacts, "fileDigest">;

type OnFrame = (frame: DecodedFrame) => void;

/**
 * Opens an image by sharp: hands over its one frame, turned as its EXIF data say, or those of an animated WebP on the plan's grid.
 * Runs in a process of its own (see `read-image.ts`).
 *
 * @param image the whole file
 * @returns undefined for an animated GIF, which is left to ffmpeg: nothing was handed over
 * @throws SamecutError MEDIA_DAMAGED, FORMAT_UNSUPPORTED, PICTURE_TOO_LARGE, PICTURE_TOO_SMALL
 */
export async function decodeImage(
  image: Uint8Array,
  plan: AnalysisPlan,
  onFrame: OnFrame,
): Promise<ImageFacts | undefined> {
  try {
    const {
      pages = 1,
      format,
      pageHeight,
      width,
      delay,
      autoOrient,
    } = await sharp(image, OPTIONS).metadata();
    if (pages === 1 || format === "tiff" || format === "heif")
      return await readStill(image, autoOrient, plan, onFrame);
    if (format === "gif") return undefined;
    const size = { width, height: pageHeight ?? autoOrient.height };
    return await readAnimation(image, size, delay ?? Array.from({ length: pages }, () => 0), plan, onFrame);
  } catch (error) {
    throw imageError(error);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function readStill(
  image: Uint8Array,
  size: Size,
  plan: AnalysisPlan,
  onFrame: OnFrame,
): Promise<ImageFacts> {
  checkPictureSize(size, undefined);
  const analysed = analysedSize(size, plan.longSide);
  onFrame(greyFrame(await pixelsOf(open(image).autoOrient(), analysed)));
  return { kind: "image", width: size.width, height: size.height, durationSeconds: 0 };
}

/** @param delays how long each page is shown, milliseconds */
async function readAnimation(
  image: Uint8Array,
  size: Size,
  delays: readonly number[],
  plan: AnalysisPlan,
  onFrame: OnFrame,
): Promise<ImageFacts> {
  checkPictureSize(size, undefined);
  const analysed = analysedSize(size, plan.longSide);
  const { framesPerPage, durationSeconds } = pagesOnGrid(delays, plan);
  const piece = Math.max(1, Math.floor(PIXELS_A_PIECE / (size.width * size.height)));
  let place = 0;
  for (let page = 0; page < framesPerPage.length; page += piece) {
    const pages = Math.min(piece, framesPerPage.length - page);
    const pixels = await pixelsOf(open(image, { page, pages }), analysed);
    const pageBytes = pixels.data.length / pages;
    for (let each = 0; each < pages; each++) {
      const data = pixels.data.subarray(each * pageBytes, (each + 1) * pageBytes);
      const frame = greyFrame({ ...pixels, ...analysed, data });
      for (let repeat = framesPerPage[page + each]!; repeat > 0; repeat--, place++)
        if (isTaken(plan, place)) onFrame({ ...frame, timeSeconds: place / plan.framesPerSecond });
    }
  }
  return { kind: "video", ...size, durationSeconds };
}

function open(image: Uint8Array, options: SharpOptions = {}): Sharp {
  return sharp(image, { ...OPTIONS, ...options });
}

/** Pictures of a file shrunk to a size, one below the other where they are several. */
async function pixelsOf(image: Sharp, size: Size): Promise<RawPixels> {
  const { data, info } = await image
    .flatten({ background: BACKGROUND })
    .resize({ ...size, fit: "fill", fastShrinkOnLoad: false })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function analysedSize(size: Size, longSide: number): Size {
  const scale = longSide / Math.max(size.width, size.height);
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(size.width), height: even(size.height) };
}

function imageError(error: unknown): SamecutError {
  if (error instanceof SamecutError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const details = { detail: message.split("\n")[0]!, cause: error };
  if (/exceeds pixel limit/i.test(message)) return new SamecutError("PICTURE_TOO_LARGE", details);
  if (
    /unsupported image format|not supported|Unsupported (feature|codec)|no decoding plugin/i.test(message)
  ) {
    return new SamecutError("FORMAT_UNSUPPORTED", details);
  }
  return new SamecutError("MEDIA_DAMAGED", details);
}
