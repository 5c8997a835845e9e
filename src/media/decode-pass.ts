import { setTimeout as delay } from "node:timers/promises";
import { SamecutError } from "../errors.js";
import type { AnalysisPlan, DecodedFrame } from "./decoded-media.js";
import { type DecodingEffort, frameArguments, frameLimit } from "./ffmpeg-arguments.js";
import { FfmpegLog } from "./ffmpeg-log.js";
import { type FfmpegEnding, type FfmpegRun, startFfmpeg } from "./ffmpeg-run.js";
import { placeOfFrame } from "./frame-grid.js";
import { GridGaps } from "./grid-gaps.js";
import type { MediaFile } from "./media-file.js";
import { type RunLimits, timedOut } from "./run-limits.js";
import { locateDecoder } from "./sandbox/find-sandbox.js";
import { Y4mError, type Y4mFrame, Y4mReader } from "./y4m-reader.js";

/** The file to decode and how. */
export interface VideoRequest {
  readonly file: MediaFile;
  /** ffmpeg's name of the container. */
  readonly demuxer: string;
  readonly plan: AnalysisPlan;
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  readonly onFrame: (frame: DecodedFrame) => void;
}

/** What a pass over the file found. */
export interface Pass {
  readonly log: FfmpegLog;
  readonly ending: FfmpegEnding;
  /** Frames up to the last one handed over. */
  readonly frames: number;
  /** Where decoding in full has to take over; undefined when the pass was sound. */
  readonly resumeAt: number | undefined;
}

/**
 * One pass of ffmpeg over a video. Frames from grid position `firstIndex` on are handed over; when sparse decoding
 * leaves a gap, the pass ends there.
 *
 * @throws SamecutError FFMPEG_MISSING, SANDBOX_UNAVAILABLE, DECODER_TIMED_OUT, DECODER_CRASHED; the signal's reason when it is aborted
 */
export async function decodePass(
  request: VideoRequest,
  effort: DecodingEffort,
  firstIndex: number,
): Promise<Pass> {
  const { plan, limits, signal } = request;
  const decoder = await locateDecoder();
  signal.throwIfAborted();
  const log = new FfmpegLog();
  const limit = frameLimit(plan);
  let frames = 0;
  const release = (frame: Y4mFrame): void => {
    frames = frame.index + 1;
    if (frame.index < firstIndex) return;
    const { picture, chromaBlue, chromaRed } = frame;
    request.onFrame({
      timeSeconds: placeOfFrame(plan, frame.index) / plan.framesPerSecond,
      picture,
      chromaBlue,
      chromaRed,
    });
  };
  const gaps = new GridGaps(plan, release);
  const reader = new Y4mReader((frame) => {
    if (frame.index >= limit) run.stop();
    else if (effort === "full") release(frame);
    else {
      gaps.add(frame);
      if (gaps.drained) run.stop();
    }
  });
  const run = startFfmpeg({
    ...decoder,
    ...frameArguments({ path: request.file.absolutePath, demuxer: request.demuxer, plan, effort }),
    ...limits,
    onStdout: (bytes) => feed(reader, bytes, request.file.reportedPath),
    onLogLine: (line) => {
      log.add(line);
      if (effort === "full" || log.newestFrameSeconds === undefined) return;
      gaps.decodedAt(log.newestFrameSeconds);
      if (gaps.drained) run.stop();
    },
  });
  const ending = await untilEnded(run, signal);
  if (log.interrupted || wasInterrupted(ending)) await ownInterrupt(signal);
  if (ending.kind === "time-limit" || ending.kind === "stalled")
    throw timedOut(ending.kind, limits, request.file.reportedPath);
  if (effort === "sparse") gaps.finish();
  return { log, ending, frames, resumeAt: gaps.found ? gaps.resumeAt : undefined };
}

function feed(reader: Y4mReader, bytes: Uint8Array, path: string | undefined): void {
  try {
    reader.push(bytes);
  } catch (cause) {
    if (!(cause instanceof Y4mError)) throw cause;
    throw new SamecutError("DECODER_CRASHED", { path, detail: cause.message, cause });
  }
}

async function untilEnded(run: FfmpegRun, signal: AbortSignal): Promise<FfmpegEnding> {
  const stop = (): void => run.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const ending = await run.ended;
    signal.throwIfAborted();
    return ending;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** ffmpeg itself ends in good order; what stands around it is killed. */
function wasInterrupted(ending: FfmpegEnding): boolean {
  return ending.kind === "failed" && ending.cause.message.endsWith("killed with signal SIGINT");
}

/** Milliseconds this process has to notice an interrupt that its child noticed too. */
const INTERRUPT_MILLISECONDS = 250;

/**
 * Ctrl-C reaches ffmpeg as well as this process. When ffmpeg is first, the file must not be blamed: wait for the
 * signal of our own.
 */
async function ownInterrupt(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await delay(INTERRUPT_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}
