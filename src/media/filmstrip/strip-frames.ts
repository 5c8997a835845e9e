import { SamecutError } from "../../errors.js";
import type { FrameSize } from "../../picture/shrunk-size.js";
import { fencedInput } from "../ffmpeg-arguments.js";
import { type FfmpegCall, startFfmpeg } from "../ffmpeg-run.js";
import type { MediaFile } from "../media-file.js";
import { runLimits } from "../run-limits.js";
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
  readonly signal: AbortSignal | undefined;
}

/**
 * The pictures a video shows at given moments, by one call of ffmpeg. A moment after its end shows its last picture.
 *
 * @throws SamecutError MEDIA_DAMAGED where there is no picture at all, FFMPEG_MISSING; the signal's reason
 */
export async function readStripFrames(request: StripRequest): Promise<RawFrames> {
  const { size, timesSeconds, signal, file } = request;
  const decoder = await locateDecoder();
  signal?.throwIfAborted();
  const bytesPerFrame = size.width * size.height * 3;
  const pixels = new Uint8Array(bytesPerFrame * timesSeconds.length);
  let received = 0;
  const run = startFfmpeg({
    ...decoder,
    ...stripArguments(request),
    ...runLimits(file.sizeBytes),
    onStdout: (bytes) => {
      const fitting = bytes.subarray(0, pixels.length - received);
      pixels.set(fitting, received);
      received += fitting.length;
    },
    onLogLine: () => {},
  });
  const stop = (): void => run.stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    await run.ended;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
  const whole = Math.floor(received / bytesPerFrame);
  if (whole === 0) throw new SamecutError("MEDIA_DAMAGED", { path: file.reportedPath });
  const frames = timesSeconds.map((_, place) => {
    const at = Math.min(place, whole - 1) * bytesPerFrame;
    return pixels.subarray(at, at + bytesPerFrame);
  });
  return { ...size, channels: 3, frames };
}

/** ffmpeg's arguments; the moments are chosen by number on the grid, on which each picture stands until the next. */
function stripArguments({
  file,
  demuxer,
  size,
  timesSeconds,
}: StripRequest): Pick<FfmpegCall, "inputOptions" | "inputPath" | "stdoutOptions"> {
  const last = timesSeconds.at(-1) ?? 0;
  const chosen = timesSeconds.map((time) => `eq(n,${Math.round(time * GRID_PER_SECOND)})`).join("+");
  const filters = [
    "setpts=PTS-STARTPTS",
    `fps=fps=${GRID_PER_SECOND}:round=near:eof_action=pass`,
    `select='${chosen}'`,
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
      ...["-frames:v", String(timesSeconds.length), "-f", "rawvideo"],
    ],
  };
}
