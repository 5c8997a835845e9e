import { inspect } from "node:util";
import { SamecutError } from "../errors.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { requireObject } from "./required-object.js";

/** How much an input may be; without a field, only samecut's own limits hold. */
export interface InputLimits {
  /** Most bytes a stream or buffer may have; default 2 GiB. A path is not limited. */
  readonly inputLimitBytes?: number;
  /** Longest video, seconds. Whatever a video claims, no more of it is decoded than fingerprints look at. */
  readonly durationLimitSeconds?: number;
  /** Most pixels of a picture, width times height. */
  readonly pixelLimit?: number;
}

/** Refuses limits that are none: NaN would let everything pass. Throws SETTING_INVALID. */
export function requireLimits(limits: InputLimits & { readonly timeLimitSeconds?: number }): void {
  requireObject(limits);
  for (const name of ["timeLimitSeconds", "inputLimitBytes", "durationLimitSeconds", "pixelLimit"] as const) {
    const limit = limits[name];
    if (limit === undefined || (typeof limit === "number" && limit > 0)) continue;
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected a number above 0 for ${name} but received ${inspect(limit)}`,
    });
  }
}

/** Throws MEDIA_TOO_LONG or PICTURE_TOO_LARGE for a creative beyond the limits. */
export function requireWithin(
  { durationLimitSeconds = Number.POSITIVE_INFINITY, pixelLimit = Number.POSITIVE_INFINITY }: InputLimits,
  { durationSeconds, width, height }: Fingerprint,
  path: string | undefined,
): void {
  if (durationSeconds > durationLimitSeconds) {
    const detail = `${durationSeconds.toFixed(1)} s, at most ${durationLimitSeconds} s`;
    throw new SamecutError("MEDIA_TOO_LONG", { path, detail });
  }
  if (width * height > pixelLimit) {
    const detail = `${width}x${height}, at most ${pixelLimit} pixels`;
    throw new SamecutError("PICTURE_TOO_LARGE", { path, detail });
  }
}
