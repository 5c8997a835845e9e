import type { Creative } from "../library/creative.js";
import type { Library } from "../library/library.js";
import { isFormerly } from "./former-ids.js";
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
 * Finds scanned creatives in a library: by their content under one of their ids (see {@link idsInLibrary}), or under one that they had before
 * (see {@link isFormerly}). Where a path has become another content's, files may only have been renumbered: then a copy that
 * stands for no other scanned creative stands for this one, and only what is left gets a new id.
 *
 * Nothing in a file tells whether it was renumbered or is delivered once more. A delivery has a date, an account and a customer: where a
 * manifest gives one of them and the copy has another, it is another delivery, and gets an id of its own. Throws the signal's reason.
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
    const unknown = elsewhere.filter((each) => {
      const former = deliveredAs(each.creative, copies).find((copy) => isFormerly(copy, each));
      if (former === undefined) return true;
      copies.delete(former.id);
      same.add(former.id);
      return false;
    });
    for (const each of unknown) {
      const { creative } = each;
      const [id, otherwise] = idsInLibrary(each);
      if (otherwise === undefined || (await library.get(id)) === undefined) {
        newIds.set(creative.id, id);
        continue;
      }
      const possible = deliveredAs(creative, copies);
      const copy = possible.find(({ path }) => path === creative.path) ?? possible[0];
      if (copy === undefined) newIds.set(creative.id, otherwise);
      else copies.delete(copy.id);
      // Under another path it may just as well be an upload of the same file once more, which is to be told.
      if (copy?.path === creative.path) same.add(copy.id);
    }
  }
  return { same, newIds };
}

/** The copies that may be a creative by all that is known of their deliveries. */
function deliveredAs(
  creative: FingerprintedCreative["creative"],
  copies: ReadonlyMap<string, Creative>,
): Creative[] {
  return [...copies.values()].filter((copy) =>
    DELIVERY.every(
      (fact) => creative[fact] === undefined || copy[fact] === undefined || creative[fact] === copy[fact],
    ),
  );
}

/** What is known of a delivery besides its file. */
const DELIVERY = ["account", "customer", "uploadedAt"] as const;

function byFile(creatives: readonly FingerprintedCreative[]): Map<string, FingerprintedCreative[]> {
  const files = new Map<string, FingerprintedCreative[]>();
  for (const each of creatives) {
    const alike = files.get(each.creative.fileDigest);
    if (alike === undefined) files.set(each.creative.fileDigest, [each]);
    else alike.push(each);
  }
  return files;
}
