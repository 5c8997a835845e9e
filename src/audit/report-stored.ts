import type { Creative } from "../library/creative.js";
import type { ReadCreative } from "../report/scan-report.js";

/** A library's creative as reports tell it. */
export function reportStored({ addedAt: _addedAt, labels: _labels, path, ...facts }: Creative): ReadCreative {
  return { ...facts, path: path ?? facts.id, origin: "library", status: "ok" };
}
