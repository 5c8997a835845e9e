import type { Creative } from "../library/creative.js";
import type { Library } from "../library/library.js";
import type { FingerprintedCreative } from "./read-creatives.js";
import { idsInLibrary } from "./stored-ids.js";

/** Where scanned creatives are in a library. */
export interface LibraryPlaces {
  /** Ids of the library's creatives that are the scanned ones, and not others with the same content. */
  readonly same: ReadonlySet<string>;
  /** The ids that creatives get which the library does not have yet, by their ids in the scan. */
  readonly newIds: ReadonlyMap<string, string>;
}

/**
 * Finds scanned creatives in a library: by their content under one of their ids (see {@link idsInLibrary}). Where a path has become
 * another content's, files may only have been renumbered, or their folders given in another order: then a copy that
 * stands for no other scanned creative, nor for another account's, stands for this one, and only what is left gets a new id. Throws the signal's reason.
 */
export async function findPlaces(
  creatives: readonly FingerprintedCreative[],
  library: Library,
  signal: AbortSignal,
): Promise<LibraryPlaces> {
  const same = new Set<string>();
  const newIds = new Map<string, string>();
  for (const [fileDigest, alike] of byFile(creatives)) {
    signal.throwIfAborted();
    const copies = new Map((await library.copiesOf(fileDigest)).map((copy) => [copy.id, copy]));
    const elsewhere = alike.filter((each) => {
      const own = idsInLibrary(each).filter((id): id is string => id !== undefined && copies.delete(id));
      for (const id of own) same.add(id);
      return own.length === 0;
    });
    for (const each of elsewhere) {
      const { creative } = each;
      const [id, otherwise] = idsInLibrary(each);
      if (otherwise === undefined || (await library.get(id)) === undefined) {
        newIds.set(creative.id, id);
        continue;
      }
      const copy = standIn(creative, [...copies.values()]);
      if (copy === undefined) newIds.set(creative.id, otherwise);
      else copies.delete(copy.id);
      // Under another path it may just as well be an upload of the same file once more, which is to be told.
      if (copy?.path === creative.path) same.add(copy.id);
    }
  }
  return { same, newIds };
}

/** The copy to take for a creative, rather one with its path. */
function standIn(
  { path, account }: FingerprintedCreative["creative"],
  copies: readonly Creative[],
): Creative | undefined {
  const possible = copies.filter(
    (copy) => account === undefined || copy.account === undefined || copy.account === account,
  );
  return possible.find((copy) => copy.path === path) ?? possible[0];
}

function byFile(creatives: readonly FingerprintedCreative[]): Map<string, FingerprintedCreative[]> {
  const files = new Map<string, FingerprintedCreative[]>();
  for (const each of creatives) {
    const alike = files.get(each.creative.fileDigest);
    if (alike === undefined) files.set(each.creative.fileDigest, [each]);
    else alike.push(each);
  }
  return files;
}
