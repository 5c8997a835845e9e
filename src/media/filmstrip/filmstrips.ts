import sharp from "sharp";
import { SamecutError } from "../../errors.js";
import type { Filmstrip, FilmstripPlan } from "../../picture/filmstrip.js";
import type { Picture } from "../../picture/picture.js";
import { type FrameSize, shrunkSize } from "../../picture/shrunk-size.js";
import { contentKind } from "../content-kind.js";
import { askImageProcess } from "../image-processes.js";
import { type MediaFile, openMediaFile } from "../media-file.js";
import { runLimits } from "../run-limits.js";
import { readStripFrames } from "./strip-frames.js";
import { encodeStrip, type RawFrames } from "./strip-image.js";

/**
 * Takes the pictures of a filmstrip from a video or an image that was read before.
 *
 * @param displayed the size the file is shown at, as reading it told
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, FORMAT_UNSUPPORTED, MEDIA_DAMAGED, FFMPEG_MISSING, DECODER_CRASHED,
 * DECODER_TIMED_OUT; the signal's reason
 */
export async function readFilmstrip(
  path: string,
  displayed: FrameSize,
  plan: FilmstripPlan,
  signal?: AbortSignal,
): Promise<Filmstrip> {
  const file = await openMediaFile(path);
  const size = shrunkSize(displayed, plan.longSide);
  const kind = contentKind(file.head);
  const video = (demuxer: string) =>
    readStripFrames({
      ...{ file, demuxer, size, timesSeconds: plan.timesSeconds },
      ...{ limits: runLimits(file.sizeBytes), signal },
    });
  switch (kind.route) {
    case "video":
    case "single-frame":
      return await strip(await video(kind.demuxer), plan);
    case "image":
      return await strip((await imagePictures(file, size, plan, signal)) ?? (await video("gif")), plan);
    default:
      throw new SamecutError("FORMAT_UNSUPPORTED", { path });
  }
}

/** Makes a filmstrip of grey pictures, for a creative whose file is gone: of each moment the picture nearest to it. */
export async function drawFilmstrip(
  samples: readonly { readonly timeSeconds: number; readonly picture: Picture }[],
  displayed: FrameSize,
  plan: FilmstripPlan,
): Promise<Filmstrip> {
  const size = shrunkSize(displayed, plan.longSide);
  const frames = await Promise.all(
    plan.timesSeconds.map((time) => {
      const { picture } = samples.reduce((best, sample) =>
        Math.abs(sample.timeSeconds - time) < Math.abs(best.timeSeconds - time) ? sample : best,
      );
      return sharp(picture.luma, { raw: { width: picture.width, height: picture.height, channels: 1 } })
        .resize({ ...size, fit: "fill", kernel: "cubic" })
        .toColourspace("b-w")
        .raw()
        .toBuffer();
    }),
  );
  return await strip({ ...size, channels: 1, frames }, plan);
}

async function imagePictures(
  file: MediaFile,
  size: FrameSize,
  { timesSeconds }: FilmstripPlan,
  signal: AbortSignal = new AbortController().signal,
): Promise<RawFrames | undefined> {
  const asked = { type: "picture", size, timesSeconds } as const;
  const listening = { limits: runLimits(file.sizeBytes), signal, onFrame: () => {} };
  const ending = await askImageProcess(file, asked, listening);
  return ending.type === "pictured" ? ending.pictures : undefined;
}

async function strip(raw: RawFrames, { timesSeconds, maxBytes }: FilmstripPlan): Promise<Filmstrip> {
  return {
    frames: timesSeconds.map((timeSeconds) => ({ timeSeconds })),
    frameWidth: raw.width,
    frameHeight: raw.height,
    image: await encodeStrip(raw, maxBytes),
  };
}
