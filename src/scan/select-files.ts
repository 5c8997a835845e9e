import { SamecutError } from "../errors.js";
import { reportError } from "../report/report-error.js";
import type { ReportedWarning } from "../report/scan-report.js";
import { discover } from "./discovery.js";
import { type IdentifiedFile, identify } from "./identity.js";
import { readManifest } from "./manifest.js";
import { byPublication } from "./publication-order.js";
import type { ScanRun } from "./scan-run.js";
import { drawSample, uploadedSince } from "./selection.js";

/**
 * The files a run looks at, by folder walk, manifest, date and lot, in the order of publication. Folders that cannot be
 * entered and manifest lines without a file are warnings.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, FILES_NOT_FOUND, MANIFEST_INVALID; the signal's reason
 */
export async function selectFiles(folders: readonly string[], run: ScanRun): Promise<IdentifiedFile[]> {
  const { options, signal } = run;
  const { files: found, problems } = await discover(folders, signal);
  for (const problem of problems) run.warn(warningOf(problem));
  if (found.length === 0) throw new SamecutError("FILES_NOT_FOUND", { path: folders.join(", ") });

  const manifest = options.manifest === undefined ? undefined : await readManifest(options.manifest);
  let files = identify(found, folders, manifest);
  for (const { path } of manifest?.unused() ?? [])
    run.warn(warningOf(new SamecutError("MANIFEST_FILE_MISSING", { path })));
  if (options.since !== undefined) files = uploadedSince(files, options.since);
  if (options.sample !== undefined) files = drawSample(files, options.sample);
  files.sort((a, b) => byPublication(a.identity, b.identity));
  run.send({ type: "found", total: files.length });
  return files;
}

function warningOf(error: SamecutError): ReportedWarning {
  return { ...reportError(error), ...(error.path === undefined ? {} : { path: error.path }) };
}
