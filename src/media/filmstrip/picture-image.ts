import sharp from "sharp";
import { SamecutError } from "../../errors.js";
import type { FrameSize } from "../../picture/filmstrip.js";
import { pagesOnGrid } from "../page-times.js";
import { MAX_IMAGE_PIXELS } from "../picture-limits.js";
import type { RawFrames } from "./strip-image.js";

/** What shows through transparent pixels, as in analysis. */
const BACKGROUND = "#ffffff";

/** The grid on which the pages of an animation are told apart, a second. */
const GRID_PER_SECOND = 20;

/**
 * The pictures an image, or an animated WebP, shows at given moments. Runs in a process of its own (see `image-processes.ts`).
 *
 * @param image the whole file
 * @returns undefined for an animated GIF, which is left to ffmpeg
 * @throws SamecutError MEDIA_DAMAGED
 */
export async function pictureImage(
  image: Uint8Array,
  size: FrameSize,
  timesSeconds: readonly number[],
): Promise<RawFrames | undefined> {
  try {
    return await picturesOf(image, size, timesSeconds);
  } catch (cause) {
    throw new SamecutError("MEDIA_DAMAGED", { detail: (cause as Error).message.split("\n")[0]!, cause });
  }
}

async function picturesOf(
  image: Uint8Array,
  size: FrameSize,
  timesSeconds: readonly number[],
): Promise<RawFrames | undefined> {
  const { pages = 1, format, delay } = await sharp(image, { limitInputPixels: MAX_IMAGE_PIXELS }).metadata();
  if (format === "gif" && pages > 1) return undefined;
  const delays = format === "webp" && pages > 1 ? (delay ?? []) : [];
  const frames = await Promise.all(
    timesSeconds.map((time) =>
      sharp(image, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "none", page: pageAt(time, delays) })
        .autoOrient()
        .flatten({ background: BACKGROUND })
        .resize({ ...size, fit: "fill" })
        .toColourspace("srgb")
        .raw()
        .toBuffer(),
    ),
  );
  return { ...size, channels: 3, frames };
}

/** The page an animation shows at a time; 0 for an image that has no delays. */
function pageAt(timeSeconds: number, delays: readonly number[]): number {
  const plan = { framesPerSecond: GRID_PER_SECOND, maxSeconds: timeSeconds + 1 };
  let position = Math.round(timeSeconds * GRID_PER_SECOND);
  const { framesPerPage } = pagesOnGrid(delays, plan);
  const page = framesPerPage.findIndex((count) => {
    position -= count;
    return position < 0;
  });
  return page === -1 ? Math.max(0, delays.length - 1) : page;
}
