import { SamecutError } from "../errors.js";
import { reportError } from "../report/report-error.js";
import type { ReportedWarning } from "../report/scan-report.js";
import { finishInTurns } from "../threads/in-turns.js";
import { discover } from "./discovery.js";
import { type IdentifiedFile, identify } from "./identity.js";
import { listedFiles } from "./listed-files.js";
import { type Manifest, readManifest } from "./manifest.js";
import { inPublicationOrder } from "./publication-order.js";
import type { ScanRun } from "./scan-run.js";
import { type Selection, selectAmong } from "./selection.js";

/**
 * The files a run looks at, by folder walk, manifest, date and lot, in the order of publication. Without folders, those that the manifest
 * lists. Folders that cannot be entered and manifest lines without a file are warnings. The run is told what was chosen.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, FILES_NOT_FOUND, MANIFEST_INVALID, MANIFEST_FILE_MISSING where a manifest names
 * nothing that is there, SETTING_INVALID where there is neither a
 * folder nor a manifest; the signal's reason
 */
export async function selectFiles(
  folders: readonly string[],
  run: ScanRun,
  selection: Selection = run.options,
): Promise<IdentifiedFile[]> {
  const { options, signal } = run;
  const manifest = options.manifest === undefined ? undefined : await readManifest(options.manifest);
  if (folders.length === 0 && manifest === undefined)
    throw new SamecutError("SETTING_INVALID", { detail: "give a folder, a file or a manifest" });
  const { files: found, problems } =
    folders.length === 0 && manifest !== undefined
      ? { files: await listedFiles(manifest, signal), problems: [] }
      : await discover(folders, signal);
  for (const problem of problems) run.warn(warningOf(problem));
  if (found.length === 0) throw nothingFound(folders, manifest);

  const identified = identify(found, manifest);
  for (const { path } of manifest?.unused() ?? [])
    run.warn(warningOf(new SamecutError("MANIFEST_FILE_MISSING", { path })));
  const { files: selected, selection: chosen } = selectAmong(identified, selection);
  if (chosen !== undefined) run.noteSelection(chosen);
  const files = await finishInTurns(
    inPublicationOrder(selected, ({ identity }) => identity),
    signal,
  );
  run.send({ type: "found", total: files.length });
  return files;
}

/** A manifest alone is blamed for the first file that it names: the others are likely not there for the same reason. */
function nothingFound(folders: readonly string[], manifest: Manifest | undefined): SamecutError {
  const first = folders.length === 0 ? manifest?.entries[0] : undefined;
  return first === undefined
    ? new SamecutError("FILES_NOT_FOUND", { path: folders.join(", ") || manifest?.folder })
    : new SamecutError("MANIFEST_FILE_MISSING", { path: first.path });
}

function warningOf(error: SamecutError): ReportedWarning {
  return { ...reportError(error), ...(error.path === undefined ? {} : { path: error.path }) };
}
