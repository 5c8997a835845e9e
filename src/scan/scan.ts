import type { Library } from "../library/library.js";
import type { ReadCreative } from "../report/scan-report.js";
import { finishInTurns } from "../threads/in-turns.js";
import { compareCreatives } from "./compare-creatives.js";
import { streamEvents } from "./event-stream.js";
import { finish } from "./finish.js";
import { addToLibrary } from "./library-additions.js";
import { matchWithLibrary } from "./library-matches.js";
import { findPlaces } from "./library-places.js";
import { inPublicationOrder } from "./publication-order.js";
import { type FingerprintedCreative, readCreatives } from "./read-creatives.js";
import { requireScannable } from "./required-scan-options.js";
import type { ScanEvent } from "./scan-event.js";
import type { ScanOptions } from "./scan-options.js";
import { ScanRun } from "./scan-run.js";
import { selectFiles } from "./select-files.js";

/**
 * Looks through folders of creatives and finds those that are near-duplicates of each other. Yields events while it
 * works, the last one `done` with the report. The report depends on the files, their paths and the options only (and
 * `elapsedSeconds` on the clock): neither on `jobs`, nor on what the cache held, nor on earlier runs that were killed.
 * Leaving the loop early stops the scan.
 *
 * @param folders folders, or single files; none: the files that the manifest lists
 * @throws SamecutError FILE_NOT_FOUND for a folder that is not there, FILES_NOT_FOUND, FFMPEG_MISSING, SETTING_INVALID,
 * MANIFEST_INVALID, MANIFEST_FILE_MISSING, LIBRARY_LOCKED, DISK_FULL (of the library); the signal's reason when it is aborted
 */
export async function* scan(
  folders: readonly string[],
  options: ScanOptions = {},
): AsyncGenerator<ScanEvent, void, void> {
  requireScannable(folders, options);
  yield* streamEvents<ScanEvent>(async (signal, send) => {
    using run = await ScanRun.begin(options, signal, send);
    // Before any reading: a locked library must be told at once, not after an hour of decoding.
    await using library = options.library === undefined ? undefined : await run.openLibrary(options.library);
    const files = await selectFiles(folders, run);
    const { read: found, failed } = await readCreatives(files, run);
    const read = await finishInTurns(
      inPublicationOrder(found, ({ creative }) => creative),
      run.signal,
    );
    await compareCreatives(read, run);
    const stored = library === undefined ? [] : await meetLibrary(read, library, run);
    await finish({ files, read, library, stored, failed }, run);
  }, options.signal);
}

/** Compares creatives with those of a library, then adds them; returns what of the library pairs name. */
async function meetLibrary(
  read: readonly FingerprintedCreative[],
  library: Library,
  run: ScanRun,
): Promise<ReadCreative[]> {
  const places = await findPlaces(read, library, run.signal);
  const stored = await matchWithLibrary(read, library, run, places.same);
  await addToLibrary(read, library, places, run);
  return stored;
}
