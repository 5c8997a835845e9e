/** Wall-clock limits for decoding one file. */
export interface RunLimits {
  readonly timeLimitSeconds: number;
  readonly stallLimitSeconds: number;
}

/** Seconds any file may take, however small: starting ffmpeg on a loaded machine included. */
const BASE_SECONDS = 60;

/** Seconds more for every megabyte; a busy core decodes at least 1 MB of video (some 4 s of it) in one. */
const SECONDS_PER_MEGABYTE = 2;

/** No file may take longer, seconds: ten minutes of 4K take less on one slow core. */
const MAX_SECONDS = 1800;

/** Seconds without a frame or a log line after which a decoder counts as hung. Between two frames there are milliseconds. */
const STALL_SECONDS = 45;

/** The limits for a file of this size; `timeLimitSeconds` replaces the scaled one. */
export function runLimits(sizeBytes: number, timeLimitSeconds?: number): RunLimits {
  const scaled = Math.min(MAX_SECONDS, BASE_SECONDS + (SECONDS_PER_MEGABYTE * sizeBytes) / 1e6);
  return { timeLimitSeconds: timeLimitSeconds ?? scaled, stallLimitSeconds: STALL_SECONDS };
}
