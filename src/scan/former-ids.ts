import type { Creative } from "../library/creative.js";
import type { FingerprintedCreative } from "./read-creatives.js";

/** The digits that `idsInLibrary` puts behind a path. */
const DIGITS_OF_CONTENT = /@[0-9a-f]{8}$/;

/** How folders of one name were told apart by their order at first. */
const PLACE = /^\d+-/;

/**
 * Whether a creative of a library with the same content is a scanned one under the id that it had before: its folder's label was longer or
 * shorter (see `labelFolders`); or, as samecut called them at first, it was a number with the folder's name, or of a file given by name the
 * file's own. A copy in a folder of another name is another creative.
 */
export function isFormerly(
  stored: Pick<Creative, "id" | "path">,
  { creative: { id, path }, idFrom }: Pick<FingerprintedCreative, "creative" | "idFrom">,
): boolean {
  const former = stored.id.replace(DIGITS_OF_CONTENT, "");
  if (idFrom === "manifest" || stored.path !== path || !former.endsWith(`/${path}`)) return false;
  const formerLabel = former.slice(0, -path.length - 1);
  if (formerLabel.replace(PLACE, "") === path) return true;
  if (!id.endsWith(`/${path}`)) return false;
  const label = id.slice(0, -path.length - 1);
  if (PLACE.test(formerLabel) && isEndOf(formerLabel.replace(PLACE, ""), label)) return true;
  return isEndOf(formerLabel, label) || isEndOf(label, formerLabel);
}

/** Whether the whole last folders of a path are these. */
function isEndOf(end: string, path: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}
