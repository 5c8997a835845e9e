import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Library } from "../library/library.js";
import { creativeName } from "../report/creative-name.js";
import { reportError } from "../report/report-error.js";
import type { LibraryPlaces } from "./library-places.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import type { ScanRun } from "./scan-run.js";

/**
 * Adds creatives to a library under their new ids, in the order given; what is there already stays as it is. An id
 * that a manifest gives and that belongs to another content is a warning: the library keeps what it has.
 */
export async function addToLibrary(
  creatives: readonly FingerprintedCreative[],
  library: Library,
  { newIds }: Pick<LibraryPlaces, "newIds">,
  run: ScanRun,
): Promise<void> {
  let done = 0;
  for (const each of creatives) {
    const { creative } = each;
    const id = newIds.get(creative.id);
    try {
      if (id !== undefined) await add(id, each, library, run.signal);
      run.send({
        type: "added",
        creative,
        new: id !== undefined,
        done: ++done,
        total: creatives.length,
      });
    } catch (error) {
      if (!(error instanceof SamecutError && error.code === "CREATIVE_EXISTS")) throw error;
      run.warn({ ...reportError(error), path: creativeName(creative) });
    }
  }
}

async function add(
  id: string,
  { creative, encoded }: FingerprintedCreative,
  library: Library,
  signal: AbortSignal,
): Promise<void> {
  const { path, account, customer, uploadedAt } = creative;
  await library.add(decodeFingerprint(encoded), {
    id,
    path,
    signal,
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    ...(uploadedAt === undefined ? {} : { uploadedAt: new Date(uploadedAt) }),
  });
}
