import { streamEvents } from "./event-stream.js";
import { finish } from "./finish.js";
import { matchWithLibrary } from "./library-matches.js";
import { readCreatives } from "./read-creatives.js";
import { requireScannable } from "./required-scan-options.js";
import type { ScanEvent } from "./scan-event.js";
import type { ScanOptions } from "./scan-options.js";
import { ScanRun } from "./scan-run.js";
import { selectFiles } from "./select-files.js";

/**
 * Tells which creatives of a library new files are similar to. The files are not compared with each other and nothing
 * is added. Yields events as `scan` does; the report's groups join what is similar to the same stored creative.
 *
 * @param paths files, or folders with files
 * @throws SamecutError what `scan` throws, and LIBRARY_NOT_FOUND
 */
export async function* checkFiles(
  paths: readonly string[],
  options: ScanOptions & { readonly library: string },
): AsyncGenerator<ScanEvent, void, void> {
  requireScannable(paths, options);
  yield* streamEvents<ScanEvent>(async (signal, send) => {
    using run = await ScanRun.begin(options, signal, send);
    await using library = await run.openLibrary(options.library, { readOnly: true });
    // Whatever is new is looked at: dates leave out what the library has.
    const files = await selectFiles(paths, run, {});
    const { read, failed } = await readCreatives(files, run);
    const stored = await matchWithLibrary(read, library, run, new Set());
    await finish({ files, read, library, stored, failed }, run);
  }, options.signal);
}
