import type { ClipFacts } from "../montage/clip-facts.js";
import { describeWithFfmpeg } from "./run-ffmpeg.js";

/**
 * Reads the facts of a clip from ffmpeg's description of it. Meant for clips that {@link normaliseClip} or the
 * scenes have written: square pixels, no rotation, a constant frame rate. Throws an Error for anything without video.
 */
export async function probeClip(path: string): Promise<ClipFacts> {
  const description = await describeWithFfmpeg(path);
  const duration = /Duration: (\d+):(\d+):([\d.]+)/.exec(description);
  const video = /Stream #0:\d+.*: Video: .*?, (\d+)x(\d+)[ ,].*?([\d.]+) fps/.exec(description);
  if (duration === null || video === null) throw new Error(`Not a clip that can be edited: ${path}`);
  return {
    path,
    width: Number(video[1]),
    height: Number(video[2]),
    durationSeconds: Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3]),
    framesPerSecond: Number(video[3]),
    hasAudio: /Stream #0:\d+.*: Audio:/.test(description),
  };
}
