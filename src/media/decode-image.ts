import type { Sharp } from "sharp";
import { SamecutError } from "../errors.js";
import { type FrameSize, shrunkSize } from "../picture/shrunk-size.js";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "./decoded-media.js";
import { isTaken } from "./frame-grid.js";
import { greyFrame, type RawPixels } from "./grey-frame.js";
import { animationOf, openImage } from "./open-image.js";
import { pagesOnGrid } from "./page-times.js";
import { checkPictureSize } from "./picture-limits.js";

/** Pixels of an animation decoded at a time: a few dozen megabytes, and rarely more than one piece for an ad. */
const PIXELS_A_PIECE = 32_000_000;

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
    const metadata = await openImage(image).metadata();
    const { pageHeight, width, autoOrient } = metadata;
    const animation = animationOf(metadata);
    if (animation === undefined) return await readStill(image, autoOrient, plan, onFrame);
    if (animation.decoder === "ffmpeg") return undefined;
    const size = { width, height: pageHeight ?? autoOrient.height };
    return await readAnimation(image, size, animation.delaysMilliseconds, plan, onFrame);
  } catch (error) {
    throw imageError(error);
  }
}

async function readStill(
  image: Uint8Array,
  size: FrameSize,
  plan: AnalysisPlan,
  onFrame: OnFrame,
): Promise<ImageFacts> {
  checkPictureSize(size, undefined);
  const analysed = shrunkSize(size, plan.longSide);
  onFrame(greyFrame(await pixelsOf(openImage(image).autoOrient(), analysed)));
  return { kind: "image", width: size.width, height: size.height, durationSeconds: 0 };
}

/** @param delays how long each page is shown, milliseconds */
async function readAnimation(
  image: Uint8Array,
  size: FrameSize,
  delays: readonly number[],
  plan: AnalysisPlan,
  onFrame: OnFrame,
): Promise<ImageFacts> {
  checkPictureSize(size, undefined);
  const analysed = shrunkSize(size, plan.longSide);
  const { framesPerPage, durationSeconds } = pagesOnGrid(delays, plan);
  const piece = Math.max(1, Math.floor(PIXELS_A_PIECE / (size.width * size.height)));
  let place = 0;
  for (let page = 0; page < framesPerPage.length; page += piece) {
    const pages = Math.min(piece, framesPerPage.length - page);
    const pixels = await pixelsOf(openImage(image, { page, pages }), analysed);
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

/** Pictures of a file shrunk to a size, one below the other where they are several. */
async function pixelsOf(image: Sharp, size: FrameSize): Promise<RawPixels> {
  const { data, info } = await image
    .resize({ ...size, fit: "fill", fastShrinkOnLoad: false })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function imageError(error: unknown): SamecutError {
  if (error instanceof SamecutError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const details = { detail: `sharp: ${message.split("\n")[0]}`, cause: error };
  if (/exceeds pixel limit/i.test(message)) return new SamecutError("PICTURE_TOO_LARGE", details);
  if (
    /unsupported image format|not supported|Unsupported (feature|codec)|no decoding plugin/i.test(message)
  ) {
    return new SamecutError("FORMAT_UNSUPPORTED", details);
  }
  return new SamecutError("MEDIA_DAMAGED", details);
}
