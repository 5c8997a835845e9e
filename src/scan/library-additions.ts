import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Library } from "../library/library.js";
import { reportError } from "../report/report-error.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";

/**
 * Adds creatives to a library under their ids, earliest first; what is there already stays as it is. An id that
 * belongs to another content is a warning: the library keeps what it has.
 */
export async function addToLibrary(
  creatives: readonly FingerprintedCreative[],
  library: Library,
  run: ScanRun,
): Promise<void> {
  let done = 0;
  for (const { creative, encoded } of creatives) {
    const { id, path, account, customer, uploadedAt } = creative;
    try {
      const { added } = await library.add(decodeFingerprint(encoded), {
        id,
        path,
        signal: run.signal,
        ...(account === undefined ? {} : { account }),
        ...(customer === undefined ? {} : { customer }),
        ...(uploadedAt === undefined ? {} : { uploadedAt: new Date(uploadedAt) }),
      });
      run.send({ type: "added", creative, new: added, done: ++done, total: creatives.length });
    } catch (error) {
      if (!(error instanceof SamecutError) || error.code !== "CREATIVE_EXISTS") throw error;
      run.warn({ ...reportError(error), path });
    }
  }
}
