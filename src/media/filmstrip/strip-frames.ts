import type { FrameSize } from "../../picture/shrunk-size.js";
import { decodingError } from "../decoding-error.js";
import { fencedInput } from "../ffmpeg-arguments.js";
import { FfmpegLog } from "../ffmpeg-log.js";
import { type FfmpegCall, type FfmpegEnding, startFfmpeg } from "../ffmpeg-run.js";
import type { MediaFile } from "../media-file.js";
import { type RunLimits, timedOut } from "../run-limits.js";
import { locateDecoder } from "../sandbox/find-sandbox.js";
import type { RawFrames } from "./strip-image.js";

/** The moments a video is looked at lie on this grid, a second: fine enough for a quick cut to be met. */
const GRID_PER_SECOND = 20;

/** Seconds read after the last moment asked for: the picture shown then may have begun before it, not after. */
const MARGIN_SECONDS = 0.5;

/** What is asked of a video. */
export interface StripRequest {
  readonly file: MediaFile;
  /** ffmpeg's name of the container. */
  readonly demuxer: string;
  readonly size: FrameSize;
  /** Ascending. */
  readonly timesSeconds: readonly number[];
  readonly limits: RunLimits;
  readonly signal: AbortSignal | undefined;
}

/**
 * The pictures a video shows at given moments, by one call of ffmpeg. A moment after its end shows its last picture.
 *
 * @throws SamecutError with a code of `classifyFailure`, MEDIA_DAMAGED among them where there is no picture at all, or DECODER_TIMED_OUT,
 * FFMPEG_MISSING, SANDBOX_UNAVAILABLE; the signal's reason
 */
export async function readStripFrames(request: StripRequest): Promise<RawFrames> {
  const { size, timesSeconds, signal, file, limits } = request;
  const decoder = await locateDecoder();
  signal?.throwIfAborted();
  const places = timesSeconds.map((time) => Math.max(0, Math.round(time * GRID_PER_SECOND)));
  // Two moments may lie so near to each other that they share a picture.
  const chosen = [...new Set(places)];
  const bytesPerFrame = size.width * size.height * 3;
  const pixels = new Uint8Array(bytesPerFrame * chosen.length);
  let received = 0;
  const log = new FfmpegLog();
  const run = startFfmpeg({
    ...decoder,
    ...stripArguments(request, chosen),
    ...limits,
    onStdout: (bytes) => {
      const fitting = bytes.subarray(0, pixels.length - received);
      pixels.set(fitting, received);
      received += fitting.length;
    },
    onLogLine: (line) => log.add(line),
  });
  const stop = (): void => run.stop();
  signal?.addEventListener("abort", stop, { once: true });
  let ending: FfmpegEnding;
  try {
    ending = await run.ended;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
  if (ending.kind === "time-limit" || ending.kind === "stalled")
    throw timedOut(ending.kind, limits, file.reportedPath);
  // Strips are kept for good: pictures of a call that failed may stand for moments that it never came to.
  if (ending.kind !== "finished" || received < pixels.length) throw decodingError(file, log, ending);
  const frames = places.map((place) => {
    const at = chosen.indexOf(place) * bytesPerFrame;
    return pixels.subarray(at, at + bytesPerFrame);
  });
  return { ...size, channels: 3, frames };
}

/** ffmpeg's arguments; the moments are chosen by number on the grid, on which each picture stands until the next, and the last one for ever. */
function stripArguments(
  { file, demuxer, size, timesSeconds }: StripRequest,
  chosen: readonly number[],
): Pick<FfmpegCall, "inputOptions" | "inputPath" | "stdoutOptions"> {
  const last = timesSeconds.at(-1) ?? 0;
  const filters = [
    "setpts=PTS-STARTPTS",
    `fps=fps=${GRID_PER_SECOND}:round=near:eof_action=pass`,
    // Ends with the last of the chosen ones, all of which there are now.
    "tpad=stop=-1:stop_mode=clone",
    `select='${chosen.map((place) => `eq(n,${place})`).join("+")}'`,
    // Numbered anew, or the gaps between the chosen ones would be filled again.
    `setpts=N/${GRID_PER_SECOND}/TB`,
    `scale=w=${size.width}:h=${size.height}:flags=area+accurate_rnd`,
    "format=rgb24",
  ];
  return {
    inputOptions: [
      ...fencedInput(demuxer),
      // Half the work, at the price of a picture that may be one or two frames too old.
      ...["-skip_frame", "noref"],
      ...["-t", String(last + MARGIN_SECONDS)],
    ],
    inputPath: file.absolutePath,
    stdoutOptions: [
      ...["-map", "0:V:0", "-an", "-sn", "-dn", "-vf", filters.join(",")],
      // As in analysis: frames are numbered at this rate, and none is repeated to fill up another.
      ...["-r", String(GRID_PER_SECOND)],
      ...["-frames:v", String(chosen.length), "-f", "rawvideo"],
    ],
  };
}
