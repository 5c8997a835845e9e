import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Library } from "../library/library.js";
import type { AddResult } from "../library/library-calls.js";
import { creativeName } from "../report/creative-name.js";
import { reportError } from "../report/report-error.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";
import { idsInLibrary } from "./stored-ids.js";

/**
 * Adds creatives to a library under their ids (see {@link idsInLibrary}), earliest first; what is there already stays as it is. An id
 * that a manifest gives and that belongs to another content is a warning: the library keeps what it has.
 */
export async function addToLibrary(
  creatives: readonly FingerprintedCreative[],
  library: Library,
  run: ScanRun,
): Promise<void> {
  let done = 0;
  for (const { creative, encoded } of creatives) {
    try {
      const { added } = await addUnderFreeId({ creative, encoded }, library, run.signal);
      run.send({ type: "added", creative, new: added, done: ++done, total: creatives.length });
    } catch (error) {
      if (!isTakenId(error)) throw error;
      run.warn({ ...reportError(error), path: creativeName(creative) });
    }
  }
}

/** Throws CREATIVE_EXISTS where all its ids belong to other contents. */
async function addUnderFreeId(
  { creative, encoded }: FingerprintedCreative,
  library: Library,
  signal: AbortSignal,
): Promise<AddResult> {
  const { path, account, customer, uploadedAt } = creative;
  const add = (id: string): Promise<AddResult> =>
    library.add(decodeFingerprint(encoded), {
      id,
      path,
      signal,
      ...(account === undefined ? {} : { account }),
      ...(customer === undefined ? {} : { customer }),
      ...(uploadedAt === undefined ? {} : { uploadedAt: new Date(uploadedAt) }),
    });
  const [id, otherwise] = idsInLibrary(creative);
  try {
    return await add(id);
  } catch (error) {
    if (otherwise === undefined || !isTakenId(error)) throw error;
    return await add(otherwise);
  }
}

function isTakenId(error: unknown): error is SamecutError {
  return error instanceof SamecutError && error.code === "CREATIVE_EXISTS";
}
