import { SamecutError } from "../errors.js";
import { LONGEST_TIMER_SECONDS } from "../threads/longest-timer.js";

/** Wall-clock limits for decoding one file. */
export interface RunLimits {
  /** Seconds it may take, whatever it tells meanwhile. */
  readonly timeLimitSeconds: number;
  /** Seconds it may stay silent. */
  readonly stallLimitSeconds: number;
}

/**
 * Seconds any file may take, however small: ten minutes of a 4K screen recording are a few megabytes and keep a slow
 * core busy for minutes. What hangs is caught much earlier, by its silence.
 */
const BASE_SECONDS = 600;

/** Seconds more for every megabyte, for slow disks and network folders. */
const SECONDS_PER_MEGABYTE = 1;

/** No file may take longer, seconds. */
const MAX_SECONDS = 3600;

/** Seconds without a frame or a log line after which a decoder counts as hung; between two frames there are milliseconds. */
const STALL_SECONDS = 45;

/** The limits for a file of this size; a given limit, which may be infinite, replaces the scaled one. */
export function runLimits(sizeBytes: number, given: Partial<RunLimits> = {}): RunLimits {
  const scaled = Math.min(MAX_SECONDS, BASE_SECONDS + (SECONDS_PER_MEGABYTE * sizeBytes) / 1e6);
  return {
    timeLimitSeconds: Math.min(LONGEST_TIMER_SECONDS, given.timeLimitSeconds ?? scaled),
    stallLimitSeconds: Math.min(LONGEST_TIMER_SECONDS, given.stallLimitSeconds ?? STALL_SECONDS),
  };
}

/** The error of a decoder that was ended at one of its limits. */
export function timedOut(
  limit: "time-limit" | "stalled",
  { timeLimitSeconds, stallLimitSeconds }: RunLimits,
  path?: string,
): SamecutError {
  const detail =
    limit === "stalled"
      ? `nothing came for ${stallLimitSeconds} s`
      : `not done after ${Math.round(timeLimitSeconds)} s`;
  return new SamecutError("DECODER_TIMED_OUT", { path, detail });
}
