import { sep } from "node:path";
import type { Creative } from "../library/creative.js";
import type { FingerprintedCreative } from "./read-creatives.js";

/** The digits that `idsInLibrary` puts behind a path. */
const DIGITS_OF_CONTENT = /@[0-9a-f]{8}$/;

/** How folders of one name were told apart by their order at first; `2026-` is a year. */
const PLACE = /^[1-9]\d?-/;

/** What the folder was called at first that a command was started in, or one above it. */
const NAMELESS: ReadonlySet<string> = new Set([".", ".."]);

/**
 * Whether a creative of a library with the same content is a scanned one under the id that it had before: its folder's label was longer or
 * shorter (see `labelFolders`), but an end of the same path; or, as samecut called them at first, it was a number with the folder's name, a
 * dot, or of a file given by name the file's own. A copy in another folder is another creative, as far as the id tells.
 */
export function isFormerly(
  stored: Pick<Creative, "id" | "path">,
  {
    creative: { path },
    idFrom,
    absolutePath,
  }: Pick<FingerprintedCreative, "creative" | "idFrom" | "absolutePath">,
): boolean {
  const former = stored.id.replace(DIGITS_OF_CONTENT, "");
  if (idFrom === "manifest" || stored.path !== path || !former.endsWith(`/${path}`)) return false;
  const label = former.slice(0, -path.length - 1);
  const folder = absolutePath.replaceAll(sep, "/").slice(0, -path.length - 1);
  return (
    NAMELESS.has(label) ||
    [label, label.replace(PLACE, "")].some((name) => name === path || isEndOf(name, folder))
  );
}

/** Whether the whole last folders of a path are these. */
function isEndOf(end: string, path: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}
