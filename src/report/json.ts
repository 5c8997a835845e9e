import { stringifyChunked } from "@discoveryjs/json-ext";
import type { ScanReport } from "./scan-report.js";

/** The report as JSON, indented by two spaces, ending in a newline. Throws RangeError beyond 512 MB, some 500,000 pairs: see {@link jsonParts}. */
export function renderJson(report: ScanReport): string {
  return [...jsonParts(report)].join("");
}

/** What {@link renderJson} gives, a part at a time, to be written one after the other: there is no longest report then. */
export function* jsonParts(report: ScanReport): Generator<string, void> {
  yield* stringifyChunked(report, undefined, 2);
  yield "\n";
}
