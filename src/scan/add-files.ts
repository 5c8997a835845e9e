import { finishInTurns } from "../threads/in-turns.js";
import { streamEvents } from "./event-stream.js";
import { finish } from "./finish.js";
import { addToLibrary } from "./library-additions.js";
import { findPlaces } from "./library-places.js";
import { inPublicationOrder } from "./publication-order.js";
import { readCreatives } from "./read-creatives.js";
import { requireScannable } from "./required-scan-options.js";
import type { ScanEvent } from "./scan-event.js";
import type { ScanOptions } from "./scan-options.js";
import { ScanRun } from "./scan-run.js";
import { selectFiles } from "./select-files.js";

/**
 * Adds files to a library, which is created when missing, under their ids (the manifest's, else their paths in the
 * given folder, see `findPlaces`). Yields events as `scan` does, with `added` for each; the report lists what could not be read.
 *
 * @param paths folders, or single files
 * @throws SamecutError what `scan` throws, LIBRARY_LOCKED and DISK_FULL
 */
export async function* addFiles(
  paths: readonly string[],
  options: ScanOptions & { readonly library: string },
): AsyncGenerator<ScanEvent, void, void> {
  requireScannable(paths, options);
  yield* streamEvents<ScanEvent>(async (signal, send) => {
    using run = await ScanRun.begin(options, signal, send);
    await using library = await run.openLibrary(options.library);
    const files = await selectFiles(paths, run);
    const { read: found, failed } = await readCreatives(files, run);
    const read = await finishInTurns(
      inPublicationOrder(found, ({ creative }) => creative),
      run.signal,
    );
    await addToLibrary(read, library, await findPlaces(read, library, run.signal), run);
    await finish({ files, read, library, stored: [], failed }, run);
  }, options.signal);
}
