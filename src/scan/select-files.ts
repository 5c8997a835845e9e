import { SamecutError } from "../errors.js";
import { reportError } from "../report/report-error.js";
import type { ReportedWarning } from "../report/scan-report.js";
import { finishInTurns } from "../threads/in-turns.js";
import { discover } from "./discovery.js";
import { type IdentifiedFile, identify } from "./identity.js";
import { listedFiles } from "./listed-files.js";
import { readManifest } from "./manifest.js";
import { inPublicationOrder } from "./publication-order.js";
import type { ScanRun } from "./scan-run.js";
import { type Selection, selectAmong } from "./selection.js";

/**
 * The files a run looks at, by folder walk, manifest, date and lot, in the order of publication. Without folders, those that the manifest
 * lists. Folders that cannot be entered and manifest lines without a file are warnings. The run is told what was chosen.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, FILES_NOT_FOUND, MANIFEST_INVALID, SETTING_INVALID where there is neither a
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
  const roots = folders.length === 0 && manifest !== undefined ? [manifest.folder] : folders;
  const { files: found, problems } =
    folders.length === 0 && manifest !== undefined
      ? { files: await listedFiles(manifest, signal), problems: [] }
      : await discover(folders, signal);
  for (const problem of problems) run.warn(warningOf(problem));
  if (found.length === 0) throw new SamecutError("FILES_NOT_FOUND", { path: roots.join(", ") });

  const identified = identify(found, roots, manifest);
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

function warningOf(error: SamecutError): ReportedWarning {
  return { ...reportError(error), ...(error.path === undefined ? {} : { path: error.path }) };
}
