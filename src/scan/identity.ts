import { SamecutError } from "../errors.js";
import type { CreativeIdentity } from "../report/scan-report.js";
import type { FoundFile } from "./discovery.js";
import type { Manifest } from "./manifest.js";

/** A found file and what is known of it before it is opened. */
export interface IdentifiedFile {
  readonly absolutePath: string;
  /** Who gave the id: the manifest, or nobody, so that it is made of the path. */
  readonly idFrom: "manifest" | "path";
  readonly identity: CreativeIdentity;
}

/**
 * Gives every file its id: the manifest's, else its path in the scanned folder, with the folder's label before it when
 * several are scanned. Throws MANIFEST_INVALID when two files would share an id.
 */
export function identify(files: readonly FoundFile[], manifest: Manifest | undefined): IdentifiedFile[] {
  const identified = files.map((file): IdentifiedFile => {
    const known = manifest?.entryOf(file);
    return {
      absolutePath: file.absolutePath,
      idFrom: known?.id === undefined ? "path" : "manifest",
      identity: {
        id: known?.id ?? (file.label === undefined ? file.path : `${file.label}/${file.path}`),
        path: file.path,
        ...(file.folder === undefined ? {} : { folder: file.folder }),
        origin: "scan",
        ...(known?.account === undefined ? {} : { account: known.account }),
        ...(known?.customer === undefined ? {} : { customer: known.customer }),
        ...(known?.uploadedAt === undefined ? {} : { uploadedAt: known.uploadedAt }),
      },
    };
  });
  refuseSharedIds(identified);
  return identified;
}

function refuseSharedIds(files: readonly IdentifiedFile[]): void {
  const paths = new Map<string, string>();
  for (const { identity, absolutePath } of files) {
    const other = paths.get(identity.id);
    if (other !== undefined) {
      throw new SamecutError("MANIFEST_INVALID", {
        detail: `the id "${identity.id}" would belong to ${other} and ${absolutePath}`,
      });
    }
    paths.set(identity.id, absolutePath);
  }
}
