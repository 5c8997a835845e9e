import { SamecutError } from "../../errors.js";
import type { FrameSize } from "../../picture/shrunk-size.js";
import { animationOf, openImage } from "../open-image.js";
import { pagesOnGrid } from "../page-times.js";
import type { RawFrames } from "./strip-image.js";

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
    throw new SamecutError("MEDIA_DAMAGED", {
      detail: `sharp: ${(cause as Error).message.split("\n")[0]}`,
      cause,
    });
  }
}

async function picturesOf(
  image: Uint8Array,
  size: FrameSize,
  timesSeconds: readonly number[],
): Promise<RawFrames | undefined> {
  const animation = animationOf(await openImage(image).metadata());
  if (animation?.decoder === "ffmpeg") return undefined;
  const delays = animation?.delaysMilliseconds ?? [];
  const frames = await Promise.all(
    timesSeconds.map((time) =>
      openImage(image, { page: pageAt(time, delays) })
        .autoOrient()
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
