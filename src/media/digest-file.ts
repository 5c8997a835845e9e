import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { fileError } from "./media-file.js";

/** Bytes read at a time: large enough to keep the hash busy, small beside everything else in memory. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * SHA-256 of a file's bytes as `sha256:<hex>`, read as a stream.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, NOT_A_FILE; the signal's reason when it is aborted
 */
export async function digestFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  options.signal?.throwIfAborted();
  const hash = createHash("sha256");
  try {
    const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, signal: options.signal });
    for await (const chunk of stream) hash.update(chunk as Buffer);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw fileError(error, path);
  }
  return `sha256:${hash.digest("hex")}`;
}
