import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { fileError } from "./media-file.js";

/** Bytes read at a time: large enough to keep the hash busy, small enough to stay in the processor's cache. */
const CHUNK_BYTES = 256 * 1024;

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
    await using handle = await open(path, "r");
    // One buffer for all of the file: a new one for every piece would have the collector run every other file.
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES);
      options.signal?.throwIfAborted();
      if (bytesRead === 0) break;
      hash.update(chunk.subarray(0, bytesRead));
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw fileError(error, path);
  }
  return `sha256:${hash.digest("hex")}`;
}
