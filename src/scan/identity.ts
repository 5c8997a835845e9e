import { basename, dirname } from "node:path";
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
 * Gives every file its id: the manifest's, else its path in the scanned folder, with the folder's name before it when
 * several are scanned. Throws MANIFEST_INVALID when two files would share an id.
 */
export function identify(
  files: readonly FoundFile[],
  roots: readonly string[],
  manifest: Manifest | undefined,
): IdentifiedFile[] {
  const labels = rootLabels(roots);
  const identified = files.map((file): IdentifiedFile => {
    const known = manifest?.entryOf(file);
    const label = labels[file.root];
    return {
      absolutePath: file.absolutePath,
      idFrom: known?.id === undefined ? "path" : "manifest",
      identity: {
        id: known?.id ?? (label === "" ? file.path : `${label}/${file.path}`),
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

/** What goes before the paths of each given folder: nothing for one folder, else its name, or its place where names are shared. */
function rootLabels(roots: readonly string[]): string[] {
  if (roots.length === 1) return [""];
  const names = roots.map((root) => basename(root) || basename(dirname(root)));
  return names.map((name, index) =>
    names.filter((other) => other === name).length === 1 ? name : `${index + 1}-${name}`,
  );
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
