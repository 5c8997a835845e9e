import type { ReadCreative } from "../report/scan-report.js";

/** Hexadecimal digits of a content that tell it from the others that had the same path: 32 bits. */
const DIGITS = 8;

const DIGEST_PREFIX = "sha256:";

/** What the ids of a creative in a library depend on. */
export type Named = Pick<ReadCreative, "id" | "path" | "fileDigest">;

/**
 * The ids a creative may have in a library, the first that is free or its own being the one it gets. Names such as `001.mp4` return
 * in every campaign's folder, and one file is replaced by another under its name: an id that is only its path has the first digits of the
 * content behind it where the path was another content's, such as `001.mp4@1a2b3c4d`. An id that a manifest gives is its only one.
 */
export function idsInLibrary({ id, path, fileDigest }: Named): readonly [string, string?] {
  const isPath = id === path || id.endsWith(`/${path}`);
  if (!isPath) return [id];
  return [id, `${id}@${fileDigest.slice(DIGEST_PREFIX.length, DIGEST_PREFIX.length + DIGITS)}`];
}
