import type { AnalysisPlan } from "./decoded-media.js";
import { keptFrames, lastFrameUpTo } from "./frame-grid.js";

/** How much of the video is decoded: without the frames no other frame needs, or all of it. */
export type DecodingEffort = "sparse" | "full";

/** What the arguments depend on. */
export interface FrameRequest {
  /** Absolute path. */
  readonly path: string;
  /** The demuxer our own look at the content chose. */
  readonly demuxer: string;
  readonly plan: AnalysisPlan;
  readonly effort: DecodingEffort;
}

/** Arguments of one call of ffmpeg, in the groups `ffmpeg-run.ts` takes. */
export interface FrameArguments {
  readonly inputOptions: string[];
  readonly inputPath: string;
  readonly stdoutOptions: string[];
  readonly stderrOptions: string[];
}

/** Largest picture decoded, pixels: 8K video. Beyond it a few reference frames fill the memory of a small server. */
export const MAX_VIDEO_PIXELS = 7680 * 4320;

/** Largest single allocation ffmpeg may make, bytes; a picture of {@link MAX_VIDEO_PIXELS} at 16 bits 4:4:4 needs 200 MB. */
const MAX_ALLOCATION_BYTES = 512 * 1024 * 1024;

/** Frames above what the plan's grid can have; the grid's rounding may add one or two. */
const FRAME_MARGIN = 2;

/**
 * Demuxers that read one file and nothing else. The first fence is `content-kind.ts`, which names the demuxer; this
 * is the second, should a demuxer open another one.
 */
const SAFE_DEMUXERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,asf,gif,ogg,bmp_pipe";

/** The most frames a call may yield. */
export function frameLimit(plan: AnalysisPlan): number {
  return lastFrameUpTo(plan, Math.ceil(plan.maxSeconds * plan.framesPerSecond)) + FRAME_MARGIN;
}

/** The arguments that turn a file into small frames on stdout and digests of its packets among the log lines. */
export function frameArguments(request: FrameRequest): FrameArguments {
  const { plan } = request;
  return {
    inputOptions: [
      ...fencedInput(request.demuxer),
      ...(request.effort === "sparse" ? ["-skip_frame", "bidir", "-skip_loop_filter", "all"] : []),
      ...["-t", String(plan.maxSeconds)],
    ],
    inputPath: request.path,
    stdoutOptions: [
      ...["-map", "0:V:0", "-an", "-sn", "-dn", "-vf", frameFilters(plan)],
      // Since version 7 `setpts` forgets the rate, and the muxer would repeat frames to fill up the file's own.
      ...["-r", String(plan.framesPerSecond)],
      ...["-frames:v", String(frameLimit(plan)), "-f", "yuv4mpegpipe"],
    ],
    stderrOptions: [
      ...["-map", "0:V:0", "-map", "0:a?", "-sn", "-dn", "-c", "copy"],
      ...["-f", "streamhash", "-hash", "sha256"],
    ],
  };
}

/** Options before `-i` that every call has: what a file nobody vouches for may make ffmpeg do. */
export function fencedInput(demuxer: string): string[] {
  return [
    ...["-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info"],
    ...["-max_alloc", String(MAX_ALLOCATION_BYTES), "-filter_threads", "1"],
    ...["-protocol_whitelist", "file,pipe", "-format_whitelist", SAFE_DEMUXERS, "-f", demuxer],
    ...["-max_pixels", String(MAX_VIDEO_PIXELS), "-threads", "1", "-flags", "+bitexact"],
    // A change of size in mid-stream must not restart the time grid; the scaler follows the new size by itself.
    ...["-reinit_filter", "0"],
  ];
}

/** What ffmpeg is told to open: with its protocol spelled out, no name can be taken for an option, another protocol or a pattern. */
export function inputName(path: string): string {
  return `file:${path}`;
}

/** Shortest side of an analysed frame, pixels: what 4:2:0 needs. */
const MIN_SIDE = 2;

function frameFilters(plan: AnalysisPlan): string {
  const long = plan.longSide;
  const shorter = (ratio: string) => `max(${MIN_SIDE},2*round(${long}*${ratio}/2))`;
  const width = `if(gte(iw*sar,ih),${long},${shorter("iw*sar/ih")})`;
  const height = `if(gte(iw*sar,ih),${shorter("ih/(iw*sar)")},${long})`;
  return [
    // The grid starts at the first picture, wherever the container or the audio start.
    "setpts=PTS-STARTPTS",
    // Keeps every decoded frame and tells its time in the log, a short line each: that is how gaps are seen.
    "select=1+0*print(t)",
    `fps=fps=${plan.framesPerSecond}:round=near:eof_action=pass`,
    `select=${keptFrames(plan)}`,
    // Numbered anew: the muxer would fill the places of frames that were left out.
    "setpts=N",
    // The range most videos have already: the reader stretches it, for a tenth of what the scaler takes.
    `scale=w='${width}':h='${height}':flags=area+accurate_rnd+bitexact:out_range=limited`,
    "setsar=1",
    "format=yuv420p",
  ].join(",");
}
