import { inspect } from "node:util";
import { isDate } from "node:util/types";
import { SamecutError } from "../errors.js";
import { requireObject } from "../intake/required-object.js";
import { GRADES } from "../verdict/similarity.js";
import type { ScanOptions } from "./scan-options.js";

/**
 * Refuses what cannot be scanned, or not so, before anything is done: JavaScript hands on what types forbid. Throws SETTING_INVALID, naming
 * the option.
 */
export function requireScannable(folders: readonly string[], options: ScanOptions): void {
  requireObject(options);
  if (!Array.isArray(folders) || !folders.every(isPath)) throw unfit("a list of paths", "folders", folders);
  for (const name of ["library", "manifest", "cacheFolder"] as const) {
    const path = options[name];
    if (path !== undefined && !isPath(path)) throw unfit("a path", name, path);
  }
  const { since, sample, jobs, threshold } = options;
  if (since !== undefined && !(isDate(since) && !Number.isNaN(since.getTime())))
    throw unfit("a valid Date", "since", since);
  if (jobs !== undefined && !(Number.isSafeInteger(jobs) && jobs >= 1))
    throw unfit("an integer from 1", "jobs", jobs);
  if (sample !== undefined) {
    requireObject(sample);
    const { share, seed = 1 } = sample;
    if (!(typeof share === "number" && share > 0 && share <= 1))
      throw unfit("more than 0, up to 1,", "sample.share", share);
    if (!Number.isSafeInteger(seed)) throw unfit("an integer", "sample.seed", seed);
  }
  // Nobody has worked out why pairs below are alike.
  if (
    threshold !== undefined &&
    !(typeof threshold === "number" && threshold >= GRADES.similar && threshold <= 1)
  ) {
    const detail = `expected a threshold from ${GRADES.similar} to 1 but received ${inspect(threshold)}`;
    throw new SamecutError("SETTING_INVALID", { detail });
  }
}

function isPath(path: unknown): boolean {
  return typeof path === "string" && path !== "";
}

function unfit(expected: string, name: string, received: unknown): SamecutError {
  return new SamecutError("SETTING_INVALID", {
    detail: `expected ${expected} for ${name} but received ${inspect(received)}`,
  });
}
