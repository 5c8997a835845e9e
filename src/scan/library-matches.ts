import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Creative } from "../library/creative.js";
import type { Library } from "../library/library.js";
import type { ReadCreative } from "../report/scan-report.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";

/**
 * Compares creatives with those of a library, which count as earlier unless their upload time says otherwise.
 *
 * @param passedOver ids of the library's creatives that are left out, for they are these very ones, added by an earlier scan; none where
 * somebody asks before an upload, and wants to know of them
 *
 * @returns the library's creatives that pairs name, as a report lists them
 */
export async function matchWithLibrary(
  creatives: readonly FingerprintedCreative[],
  library: Library,
  run: ScanRun,
  passedOver: ReadonlySet<string>,
): Promise<ReadCreative[]> {
  const { signal, options } = run;
  const named = new Map<string, ReadCreative>();
  let done = 0;
  run.send({ type: "comparing", with: "library", done, total: creatives.length });
  for (const { creative, encoded } of creatives) {
    const found = await library.check(decodeFingerprint(encoded), {
      signal,
      ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
      ...(options.since === undefined ? {} : { scope: { since: options.since } }),
    });
    run.allow(found.allowed.length);
    for (const { creative: stored, earlier, verdict } of found.matches) {
      if (passedOver.has(stored.id)) continue;
      const other = describeStored(stored);
      const listed = earlier ? run.judge(other, creative, verdict) : run.judge(creative, other, verdict);
      if (listed) named.set(other.id, other);
    }
    run.send({ type: "comparing", with: "library", done: ++done, total: creatives.length });
  }
  return [...named.values()];
}

/** Marks the id of a library's creative in a report, for a scanned creative may have the same. */
const STORED = "library:";

/** The id in the library of a creative that a report lists as the library's. */
export function storedId({ id }: ReadCreative): string {
  return id.slice(STORED.length);
}

/** A library's creative as it stands in a report. */
function describeStored({ addedAt: _addedAt, labels: _labels, id, path, ...facts }: Creative): ReadCreative {
  return { ...facts, id: STORED + id, path: path ?? id, origin: "library", status: "ok" };
}
