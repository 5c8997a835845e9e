import type { FingerprintedCreative } from "./read-creatives.js";

/** Hexadecimal digits of a content that tell it from the others that had the same path: 32 bits. */
const DIGITS = 8;

const DIGEST_PREFIX = "sha256:";

/**
 * The ids a creative may have in a library, the first before the second. Names such as `001.mp4` return
 * in every campaign's folder, and one file is replaced by another under its name: an id that is only its path has the first digits of the
 * content behind it where the path was another content's, such as `001.mp4@1a2b3c4d`. An id that a manifest gives is its only one.
 */
export function idsInLibrary({
  creative: { id, fileDigest },
  idFrom,
}: Pick<FingerprintedCreative, "creative" | "idFrom">): readonly [string, string?] {
  if (idFrom === "manifest") return [id];
  return [id, `${id}@${fileDigest.slice(DIGEST_PREFIX.length, DIGEST_PREFIX.length + DIGITS)}`];
}
