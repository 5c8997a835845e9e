import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { SamecutError } from "../errors.js";
import { classifyFailure, isTruncated } from "./decoder-failure.js";
import type { AnalysisPlan, DecodedFrame, MediaFacts } from "./decoded-media.js";
import { type DecodingEffort, frameArguments, frameLimit } from "./ffmpeg-arguments.js";
import { locateFfmpeg } from "./ffmpeg-binary.js";
import { displayedSize, FfmpegLog } from "./ffmpeg-log.js";
import { type FfmpegEnding, startFfmpeg } from "./ffmpeg-run.js";
import { GridGaps } from "./grid-gaps.js";
import type { MediaFile } from "./media-file.js";
import { checkPictureSize } from "./picture-limits.js";
import type { RunLimits } from "./run-limits.js";
import { type Y4mFrame, Y4mReader } from "./y4m-reader.js";

/** What `readVideo` needs to know. */
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
interface Pass {
  readonly log: FfmpegLog;
  readonly ending: FfmpegEnding;
  readonly frames: number;
  /** Where decoding in full has to take over; undefined when the pass was sound. */
  readonly resumeAt: number | undefined;
}

/** Seconds by which a container's duration may exceed the last frame and still be believed: a long frame and some audio. */
const TRUSTED_DURATION_MARGIN_SECONDS = 1;

/**
 * Decodes a video by ffmpeg: frames on the plan's grid, and digests of the packets, in one pass. Frames no
 * other frame needs are not decoded; where that leaves a gap, a second pass decodes everything from the gap on.
 *
 * @throws SamecutError with a code of `classifyFailure`, or DECODER_TIMED_OUT, PICTURE_TOO_SMALL, FFMPEG_MISSING
 */
export async function readVideo(request: VideoRequest): Promise<Omit<MediaFacts, "fileDigest">> {
  const { plan } = request;
  let pass = await decode(request, "sparse", 0);
  const nothingKept = pass.frames === 0 && pass.ending.kind === "finished";
  if (pass.resumeAt !== undefined || nothingKept) pass = await decode(request, "full", pass.resumeAt ?? 0);
  const video = pass.log.video;
  // Half a video is not taken for a whole one: what it lacks may be what makes it similar, or different.
  const sound = pass.ending.kind !== "failed" && !isTruncated(pass.log.complaints);
  if (pass.frames === 0 || video === undefined || !sound) throw failure(request, pass);
  const size = displayedSize(video);
  checkPictureSize(size, request.file.givenPath);
  const durationSeconds = duration(pass, plan);
  // Packets behind the last asked-for second were not read: a digest of the rest would call different videos equal.
  const whole = (pass.log.containerSeconds ?? durationSeconds) <= plan.maxSeconds && pass.ending.kind === "finished";
  return {
    kind: "video",
    ...size,
    durationSeconds,
    ...(whole && pass.log.videoHash !== undefined ? { videoDigest: `sha256:${pass.log.videoHash}` } : {}),
    ...(whole ? audioDigest(pass.log.audioHashes) : {}),
  };
}

async function decode(request: VideoRequest, effort: DecodingEffort, firstIndex: number): Promise<Pass> {
  const { plan, limits, signal } = request;
  const { path: ffmpegPath } = await locateFfmpeg();
  signal.throwIfAborted();
  const log = new FfmpegLog();
  const limit = frameLimit(plan);
  let frames = 0;
  const release = (frame: Y4mFrame): void => {
    frames = frame.index + 1;
    if (frame.index < firstIndex) return;
    const { picture, chromaBlue, chromaRed } = frame;
    request.onFrame({ timeSeconds: frame.index / plan.framesPerSecond, picture, chromaBlue, chromaRed });
  };
  const gaps = new GridGaps(plan.framesPerSecond, release);
  const reader = new Y4mReader((frame) => {
    if (frame.index >= limit) run.stop();
    else if (effort === "full") release(frame);
    else {
      gaps.add(frame);
      if (gaps.drained) run.stop();
    }
  });
  const run = startFfmpeg({
    ffmpegPath,
    ...frameArguments({ path: request.file.absolutePath, demuxer: request.demuxer, plan, effort }),
    ...limits,
    onStdout: (bytes) => reader.push(bytes),
    onLogLine: (line) => {
      log.add(line);
      if (effort === "full" || log.newestFrameSeconds === undefined) return;
      gaps.decodedAt(log.newestFrameSeconds);
      if (gaps.drained) run.stop();
    },
  });
  const ending = await untilEnded(run, signal);
  if (log.interrupted) await ownInterrupt(signal);
  if (ending.kind === "time-limit" || ending.kind === "stalled") throw timedOut(request, ending.kind);
  if (effort === "sparse") gaps.finish();
  return { log, ending, frames, resumeAt: gaps.found ? gaps.resumeAt : undefined };
}

async function untilEnded(run: ReturnType<typeof startFfmpeg>, signal: AbortSignal): Promise<FfmpegEnding> {
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

function timedOut(request: VideoRequest, kind: "time-limit" | "stalled"): SamecutError {
  const { timeLimitSeconds, stallLimitSeconds } = request.limits;
  const detail =
    kind === "stalled" ? `nothing came for ${stallLimitSeconds} s` : `not done after ${Math.round(timeLimitSeconds)} s`;
  return new SamecutError("DECODER_TIMED_OUT", { path: request.file.givenPath, detail });
}

function failure(request: VideoRequest, pass: Pass): SamecutError {
  const cause = pass.ending.kind === "failed" ? pass.ending.cause : undefined;
  // "exited with code" is said after every failure; anything else (a signal, no process at all) is the reason itself.
  const crashed = cause === undefined || /exited with code/.test(cause.message) ? undefined : cause.message;
  const { complaints, streamCount: streams } = pass.log;
  const { code, detail } = classifyFailure({ complaints, streams, ...(crashed === undefined ? {} : { crashed }) });
  return new SamecutError(code, { path: request.file.givenPath, detail, cause });
}

/** Seconds the picture lasts: the container's word where the decoded frames bear it out, else the frames'. */
function duration(pass: Pass, plan: AnalysisPlan): number {
  const decoded = pass.frames / plan.framesPerSecond;
  const claimed = pass.log.containerSeconds;
  if (claimed === undefined || claimed <= 0) return decoded;
  if (decoded >= plan.maxSeconds) return Math.max(claimed, decoded);
  return Math.abs(claimed - decoded) <= TRUSTED_DURATION_MARGIN_SECONDS ? claimed : decoded;
}

function audioDigest(hashes: readonly string[]): { audioDigest?: string } {
  if (hashes.length === 0) return {};
  if (hashes.length === 1) return { audioDigest: `sha256:${hashes[0]}` };
  // Several tracks: the digest of their digests, in the file's order.
  return { audioDigest: `sha256:${createHash("sha256").update(hashes.join("\n")).digest("hex")}` };
}
