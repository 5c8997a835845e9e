import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";
import { hashEachSecond } from "../accuracy/peers/phash-peer.js";
import { type CpuSeconds, cpuSeconds, cpuSecondsSince, totalCpu } from "../measuring/cpu-seconds.js";
import { median } from "../measuring/median.js";
import type { DecodeClip } from "./clips.js";

/** CPU time of one run over a clip, seconds. */
export interface DecodeRun {
  /** A plain full decode by ffmpeg. */
  readonly full: number;
  /** Decoding of the keyframes alone by ffmpeg: starting it, and little more. */
  readonly keyframes: number;
  /** Fingerprinting: ffmpeg, and samecut around it. */
  readonly fingerprint: CpuSeconds;
  /** The MPEG-7 signature of ffmpeg's filter. */
  readonly signature: number;
  /** A 64-bit hash of one frame a second by sharp-phash, decoding included. */
  readonly hashes: number;
}

/** What decoding a clip costs. */
export interface DecodeCost {
  readonly clip: string;
  readonly durationSeconds: number;
  readonly runs: readonly DecodeRun[];
}

/**
 * Files until the engine has compiled our code as far as it will, once for all files of a scan: samecut's own CPU time is some 190 ms for the
 * first file, 50 for the tenth and 37 from the fifteenth on.
 */
const WARM_UP_RUNS = 16;

/**
 * Decodes and fingerprints a clip in turns, so that both meet the same weather on a busy machine. {@link WARM_UP_RUNS}
 * go before and are not counted.
 */
export async function measureDecoding(clip: DecodeClip, runs: number): Promise<DecodeCost> {
  let durationSeconds = 0;
  for (let run = 0; run < WARM_UP_RUNS; run++) ({ durationSeconds } = await fingerprintCreative(clip.path));
  const measured: DecodeRun[] = [];
  for (let run = 0; run < runs; run++) {
    const full = await costOf(() => decode(clip.path));
    const keyframes = await costOf(() => decode(clip.path, ["-skip_frame", "nokey"]));
    const fingerprint = await costOf(() => fingerprintCreative(clip.path));
    const signature = await costOf(() => decode(clip.path, [], ["-vf", "signature"]));
    const hashes = await costOf(() => hashEachSecond(clip.path));
    measured.push({
      full: full.children,
      keyframes: keyframes.children,
      fingerprint,
      signature: signature.children,
      hashes: totalCpu(hashes),
    });
  }
  return { clip: clip.name, durationSeconds, runs: measured };
}

/** CPU seconds per second of video, medians of the runs; `ratio` is fingerprinting to full decode. */
export function summariseDecoding({ durationSeconds, runs }: DecodeCost) {
  const each = (cost: (run: DecodeRun) => number): number => median(runs.map(cost)) / durationSeconds;
  const ratios = runs.map(({ full, fingerprint }) => totalCpu(fingerprint) / full);
  return {
    full: each(({ full }) => full),
    keyframes: each(({ keyframes }) => keyframes),
    ffmpeg: each(({ fingerprint }) => fingerprint.children),
    node: each(({ fingerprint }) => fingerprint.own),
    whole: each(({ fingerprint }) => totalCpu(fingerprint)),
    signature: each((run) => run.signature),
    hashes: each((run) => run.hashes),
    ratio: median(ratios),
    leastRatio: Math.min(...ratios),
    mostRatio: Math.max(...ratios),
  };
}

async function costOf(work: () => Promise<unknown>): Promise<CpuSeconds> {
  const before = cpuSeconds();
  await work();
  return cpuSecondsSince(before);
}

/** Frames of the picture, all but those left out, in one thread as samecut decodes; nothing is done with them but what a filter does. */
async function decode(
  path: string,
  leavingOut: readonly string[] = [],
  filter: readonly string[] = [],
): Promise<void> {
  const { path: ffmpeg } = await locateFfmpeg();
  const quiet = ["-hide_banner", "-nostdin", "-loglevel", "error"];
  const oneThread = ["-threads", "1", "-filter_threads", "1"];
  await promisify(execFile)(ffmpeg, [
    ...[...quiet, ...oneThread, ...leavingOut, "-i", `file:${path}`],
    ...["-map", "0:V:0", ...filter, "-f", "null", "-"],
  ]);
}
